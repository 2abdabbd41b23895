import LicenseCrypto
import LicenseModel
import LicenseNodeKey

/// A license as the store's own files name it: by its digest and its ID.
struct LicenseReference: Hashable {
    /// The digest of the license's payload, in hexadecimal digits.
    let digest: String

    let id: LicenseID

    init(_ license: License) {
        self.digest = "\(license.payloadDigest)"
        self.id = license.id
    }

    /// Reads an element of a file, or returns `nil` if it is not a reference.
    init?(_ value: JSONValue) {
        guard let members = value.members,
            let digest = members.first(where: { $0.name == "digest" })?.value.string,
            let id = members.first(where: { $0.name == "id" })?.value.string.flatMap(LicenseID.init(rawValue:))
        else {
            return nil
        }
        self.digest = digest
        self.id = id
    }

    var json: JSONText {
        .object([("digest", .string(self.digest)), ("id", .string(self.id.rawValue))])
    }
}

extension LicenseSet {
    /// The digests of all licenses, as references have them, also of those that bad files were last known to hold.
    var digests: Set<String> {
        Set(self.files.values.lazy.flatMap(\.entries).map { "\($0.license.payloadDigest)" })
    }

    /// The digests of the licenses in files that are good, as references have them.
    var goodReferences: Set<String> {
        Set(self.goodDigests.map { "\($0)" })
    }

    /// Returns whether a file is bad that has the name for licenses with a digest.
    func hasBadFile(named digest: String) -> Bool {
        self.files.contains { $0.value.problem != nil && $0.key.bytes.starts(with: digest.utf8) }
    }
}
