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
        guard let members = value.members else {
            return nil
        }
        self.init(members)
    }

    /// Reads the members of an object, or returns `nil` if it is not a reference.
    init?(_ members: JSONValue.Members) {
        guard let digest = members.first(where: { $0.name == "digest" })?.value.string,
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
    /// The digests of all licenses, as references have them.
    var digests: Set<String> {
        Set(self.entries.map { "\($0.license.payloadDigest)" })
    }
}
