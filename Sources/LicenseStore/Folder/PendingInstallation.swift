import LicenseCrypto
import LicenseModel
import LicenseNodeKey

/// The licenses of an installation that is under way, written before the first of them.
///
/// After a crash it shows which licenses of the file are missing.
struct PendingInstallation: Equatable {
    /// The licenses of the file.
    let licenses: [LicenseReference]

    /// Lists the licenses that an installation writes.
    init(_ added: [LicenseSet.Entry]) {
        self.licenses = added.map { LicenseReference($0.license) }
    }

    /// Reads the text of the file, or returns `nil` if it is damaged.
    init?(_ text: [UInt8]) {
        guard let line = Checksum.protected(text), let document = try? StrictJSON(line),
            let elements = document.members.first(where: { $0.name == "licenses" })?.value.elements
        else {
            return nil
        }
        self.licenses = elements.compactMap(LicenseReference.init)
        guard self.licenses.count == elements.count else {
            return nil
        }
    }

    /// The text of the file, or `nil` if libcrypto cannot compute its checksum.
    var text: [UInt8]? {
        Checksum.protecting(JSONText.object([("licenses", .array(self.licenses.map(\.json)))]).bytes)
    }

    /// Returns the IDs of the missing licenses, if some of the licenses are installed and some are not.
    func missing(in set: LicenseSet) -> [LicenseID] {
        let installed = set.digests
        let missing = self.licenses.filter { !installed.contains($0.digest) }
        return missing.count == self.licenses.count ? [] : missing.map(\.id)
    }
}
