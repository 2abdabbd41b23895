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

    /// The number of entries before the change that look the same, such as those of a repetition within a second.
    let repetitions: Int

    /// Describes a change that is about to start.
    init(_ entry: LicenseHistoryEntry, of licenses: [License], after history: [LicenseHistoryEntry]) {
        self.entry = entry
        self.licenses = licenses.map(LicenseReference.init)
        self.repetitions = history.count { Self.isSame($0, entry) }
    }

    /// Reads the text of the file, or returns `nil` if it is damaged.
    init?(_ text: [UInt8]) {
        guard let line = Checksum.protected(text), let entry = LicenseHistoryEntry(line),
            let document = try? StrictJSON(line),
            let elements = document.members.first(where: { $0.name == "licenses" })?.value.elements,
            let repetitions = document.members.first(where: { $0.name == "repetitions" })?.value.integer
        else {
            return nil
        }
        self.entry = entry
        self.licenses = elements.compactMap(LicenseReference.init)
        self.repetitions = repetitions
    }

    /// The text of the file, or `nil` if libcrypto cannot compute its checksum.
    var text: [UInt8]? {
        let licenses = JSONText.array(self.licenses.map(\.json))
        let members = self.entry.members + [("licenses", licenses), ("repetitions", .integer(self.repetitions))]
        return Checksum.protecting(JSONText.object(members).bytes)
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

    /// Returns whether the history has the entry of this change.
    func isRecorded(in history: [LicenseHistoryEntry]) -> Bool {
        history.count { Self.isSame($0, self.entry) } > self.repetitions
    }

    /// Returns whether an entry is about a change or a part of it.
    private static func isSame(_ other: LicenseHistoryEntry, _ entry: LicenseHistoryEntry) -> Bool {
        entry.with(ids: []) == other.with(ids: []) && other.ids.allSatisfy(entry.ids.contains)
    }
}
