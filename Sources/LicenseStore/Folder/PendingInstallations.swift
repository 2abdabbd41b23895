import LicenseCrypto
import LicenseModel
import LicenseNodeKey

/// The licenses of installations that are under way or were interrupted, each noted before its first license is written.
///
/// After a crash they show which licenses of a file are missing.
struct PendingInstallations: Equatable {
    /// The licenses of each file, the oldest installation first.
    var installations: [[LicenseReference]] = []

    /// The size that the file does not exceed: enough for several license files of the maximum size.
    static let maximumSize = 4 * 1_024 * 1_024

    init(_ installations: [[LicenseReference]] = []) {
        self.installations = installations
    }

    /// Reads the text of the file, or returns `nil` if it is damaged.
    init?(_ text: [UInt8]) {
        guard let documents = Checksum.protectedObjects(text) else {
            return nil
        }
        for document in documents {
            guard let elements = document.members.first(where: { $0.name == "licenses" })?.value.elements else {
                return nil
            }
            let licenses = elements.compactMap(LicenseReference.init)
            guard licenses.count == elements.count else {
                return nil
            }
            self.installations.append(licenses)
        }
    }

    /// Reads the file, or returns `nil` if it is missing, cannot be read or is damaged.
    init?(_ secret: FileHandle, _ files: StoreFiles) {
        let name = FolderLayout.pendingInstallations
        guard let text = try? files.read(name, in: secret, limit: Self.maximumSize).bytes else {
            return nil
        }
        self.init(text)
    }

    /// The text of the file, one installation a line, or `nil` if libcrypto cannot compute its checksum.
    var text: [UInt8]? {
        Checksum.protecting(self.installations.map { .object([("licenses", .array($0.map(\.json)))]) })
    }

    /// Returns the IDs of the licenses that are missing: those of installations that are there in part.
    func missing(in set: LicenseSet) -> [LicenseID] {
        let installed = set.digests
        return self.unfinished(in: set).installations.joined().filter { !installed.contains($0.digest) }.map(\.id)
    }

    /// Returns the installations of which some licenses are there and some are not.
    func unfinished(in set: LicenseSet) -> PendingInstallations {
        let installed = set.digests
        return PendingInstallations(
            self.installations.filter { licenses in
                let count = licenses.count { installed.contains($0.digest) }
                return count > 0 && count < licenses.count
            }
        )
    }

    /// Returns the installations without licenses that have been deleted on purpose.
    func removing(_ deleted: [License]) -> PendingInstallations {
        let digests = Set(deleted.map { LicenseReference($0).digest })
        return PendingInstallations(self.installations.map { $0.filter { !digests.contains($0.digest) } })
    }
}
