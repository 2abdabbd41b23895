/// The names of the files in a license folder, and their permissions.
///
/// `Documentation/Store.md` describes each file. A change of these names or of a file's form needs a new version there.
enum FolderLayout {
    /// The text that identifies the node to the vendor.
    static let applicationCode = FileName("lic-application-code.txt")

    /// The folder that only the product can read.
    static let privateFolder = FileName("private")

    /// The file whose lock a process has while it changes the folder.
    static let lock = FileName("lock")

    /// The private half of the node key.
    static let nodeKey = FileName("node.key")

    /// The licenses of installations that are under way or were interrupted.
    static let pendingInstallations = FileName("install.json")

    /// The changes whose entries the history may not have yet.
    static let unrecordedChanges = FileName("change.json")

    /// The license files that are bad, and since when.
    static let problems = FileName("problems.json")

    /// The two files of the saved time, which are written alternately.
    static let timeSlots = [FileName("time.0"), FileName("time.1")]

    /// The journal of the changes.
    static let history = FileName("history.jsonl")

    /// The journal of refused changes.
    static let refusals = FileName("refusals.jsonl")

    /// The file whose lock a process has while it writes refusals, which do not wait for a change.
    static let refusalLock = FileName("refusals.lock")

    static let folderMode: UInt32 = 0o755
    static let privateFolderMode: UInt32 = 0o700
    static let licenseMode: UInt32 = 0o644
    static let privateMode: UInt32 = 0o600

    /// The maximum size of a license file, as for an upload.
    static let maximumLicenseSize = 256 * 1_024

    /// Returns the path of a private file for people.
    static func path(_ name: FileName) -> String {
        "\(self.privateFolder)/\(name)"
    }
}
