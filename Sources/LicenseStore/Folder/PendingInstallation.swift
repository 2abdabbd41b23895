import LicenseCrypto
import LicenseModel
import LicenseNodeKey

/// The licenses of installations that are under way or were interrupted, written before the first of them.
///
/// After a crash it shows which licenses of the file are missing.
struct PendingInstallation: Equatable {
    /// The licenses of the file, and those of an earlier file of which some are missing.
    let licenses: [LicenseReference]

    /// The size that the file does not exceed: enough for several license files of the maximum size.
    static let maximumSize = 4 * 1_024 * 1_024

    init(_ licenses: [LicenseReference]) {
        self.licenses = licenses
    }

    /// Reads the text of the file, or returns `nil` if it is damaged.
    init?(_ text: [UInt8]) {
        guard let documents = Checksum.protectedObjects(text) else {
            return nil
        }
        self.licenses = documents.compactMap { LicenseReference($0.members) }
        guard self.licenses.count == documents.count else {
            return nil
        }
    }

    /// The text of the file, one license a line, or `nil` if libcrypto cannot compute its checksum.
    var text: [UInt8]? {
        Checksum.protecting(self.licenses.map(\.json))
    }

    /// Returns the IDs of the missing licenses, if some of the licenses are installed and some are not.
    func missing(in set: LicenseSet) -> [LicenseID] {
        let installed = set.digests
        let missing = self.licenses.filter { !installed.contains($0.digest) }
        return missing.count == self.licenses.count ? [] : missing.map(\.id)
    }

    /// Returns the record after another installation has started.
    func adding(_ added: [LicenseSet.Entry]) -> PendingInstallation {
        let new = added.map { LicenseReference($0.license) }
        return PendingInstallation(self.licenses.filter { !new.contains($0) } + new)
    }

    /// Returns the record without licenses that have been deleted on purpose.
    func removing(_ deleted: [License]) -> PendingInstallation {
        let digests = Set(deleted.map { LicenseReference($0).digest })
        return PendingInstallation(self.licenses.filter { !digests.contains($0.digest) })
    }
}
