import LicenseCrypto
import LicenseModel
import LicenseNodeKey

/// A change of the license files whose entry the history may not have yet, noted before the first file changes.
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

    /// Reads a line of the file, or returns `nil` if it is not a change.
    fileprivate init?(_ members: JSONValue.Members) {
        guard let entry = LicenseHistoryEntry(members),
            let elements = members.first(where: { $0.name == "licenses" })?.value.elements,
            let repetitions = members.first(where: { $0.name == "repetitions" })?.value.integer
        else {
            return nil
        }
        self.entry = entry
        self.licenses = elements.compactMap(LicenseReference.init)
        self.repetitions = repetitions
    }

    fileprivate var json: JSONText {
        let licenses = JSONText.array(self.licenses.map(\.json))
        return .object(self.entry.members + [("licenses", licenses), ("repetitions", .integer(self.repetitions))])
    }

    /// Returns whether the files show for each license what has happened to it.
    ///
    /// A file with a license's own name that is bad now can hold the license or not.
    func isDecidable(by set: LicenseSet) -> Bool {
        let good = set.goodReferences
        return self.licenses.allSatisfy { license in
            good.contains(license.digest) || !set.hasBadFile(named: license.digest)
        }
    }

    /// Returns the entry for what has happened of the change.
    ///
    /// - Parameter set: What the files hold after the change.
    /// - Returns: The entry with the licenses that have changed, or `nil` if none has.
    func entry(for set: LicenseSet) -> LicenseHistoryEntry? {
        let present = self.entry.event == .install ? set.goodReferences : set.digests
        let changed = self.licenses.filter { present.contains($0.digest) == (self.entry.event == .install) }
        let ids = self.entry.licenseIDs.filter { id in changed.contains { $0.id == id } }
        return ids.isEmpty ? nil : self.entry.with(ids: ids)
    }

    /// Returns whether the history has the entry of this change.
    func isRecorded(in history: [LicenseHistoryEntry]) -> Bool {
        history.count { Self.isSame($0, self.entry) } > self.repetitions
    }

    /// Returns whether an entry is about a change or a part of it.
    private static func isSame(_ other: LicenseHistoryEntry, _ entry: LicenseHistoryEntry) -> Bool {
        entry.with(ids: []) == other.with(ids: []) && other.licenseIDs.allSatisfy(entry.licenseIDs.contains)
    }
}

/// The changes whose entries the history may not have yet, the oldest first.
struct UnrecordedChanges {
    var changes: [UnrecordedChange] = []

    /// The number of changes that are kept while the history cannot be written.
    private static let maximumCount = 64

    /// The size that the file does not exceed.
    private static let maximumSize = 16 * 1_024 * 1_024

    init() {}

    /// Reads the file, or returns `nil` if it is missing, cannot be read or is damaged.
    init?(_ secret: FileHandle, _ files: StoreFiles) {
        guard
            let text = try? files.read(FolderLayout.unrecordedChanges, in: secret, limit: Self.maximumSize).bytes,
            let documents = Checksum.protectedObjects(text)
        else {
            return nil
        }
        self.changes = documents.compactMap { UnrecordedChange($0.members) }
    }

    /// The text of the file, one change a line, or `nil` if libcrypto cannot compute its checksum.
    var text: [UInt8]? {
        Checksum.protecting(self.changes.suffix(Self.maximumCount).map(\.json))
    }

    /// Returns the entries that the history lacks, and the changes of which that is not known yet.
    ///
    /// - Parameters:
    ///   - set: What the files hold.
    ///   - history: The entries of the history.
    /// - Returns: The entries in the order of the changes, and the changes to keep.
    func missingEntries(
        for set: LicenseSet,
        in history: [LicenseHistoryEntry]
    ) -> (entries: [LicenseHistoryEntry], undecided: [UnrecordedChange]) {
        let unrecorded = self.changes.filter { !$0.isRecorded(in: history) }
        let undecided = unrecorded.filter { !$0.isDecidable(by: set) }
        return (unrecorded.filter { $0.isDecidable(by: set) }.compactMap { $0.entry(for: set) }, undecided)
    }
}
