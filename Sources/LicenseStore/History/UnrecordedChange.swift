import LicenseCrypto
import LicenseModel
import LicenseNodeKey

/// A change of the license files whose entry the history does not have yet, written before the first file changes.
///
/// After a crash it shows what to add to the history.
struct UnrecordedChange {
    /// The entry for the whole change.
    let entry: LicenseHistoryEntry

    /// The licenses that the change installs or deletes.
    let licenses: [LicenseReference]

    /// Describes a change.
    init(_ entry: LicenseHistoryEntry, of licenses: [License]) {
        self.entry = entry
        self.licenses = licenses.map(LicenseReference.init)
    }

    /// Reads the text of the file, or returns `nil` if it is damaged.
    init?(_ text: [UInt8]) {
        guard let line = Checksum.protected(text), let entry = LicenseHistoryEntry(line),
            let document = try? StrictJSON(line),
            let elements = document.members.first(where: { $0.name == "licenses" })?.value.elements
        else {
            return nil
        }
        self.entry = entry
        self.licenses = elements.compactMap(LicenseReference.init)
    }

    /// The text of the file, or `nil` if libcrypto cannot compute its checksum.
    var text: [UInt8]? {
        let licenses = JSONText.array(self.licenses.map(\.json))
        return Checksum.protecting(JSONText.object(self.entry.members + [("licenses", licenses)]).bytes)
    }

    /// Returns the entry for what has happened of the change.
    ///
    /// - Parameter set: What the files hold after the change.
    /// - Returns: The entry with the licenses that have changed, or `nil` if none has.
    func entry(for set: LicenseSet) -> LicenseHistoryEntry? {
        let present = set.digests
        let changed = self.licenses.filter { present.contains($0.digest) == (self.entry.event == .install) }
        let ids = self.entry.ids.filter { id in changed.contains { $0.id == id } }
        return ids.isEmpty ? nil : self.entry.with(ids: ids)
    }

    /// Returns whether an entry of the history is about this change.
    func isRecorded(by other: LicenseHistoryEntry) -> Bool {
        self.entry.with(ids: []) == other.with(ids: []) && other.ids.allSatisfy(self.entry.ids.contains)
    }
}
