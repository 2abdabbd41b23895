import LicenseCrypto
import LicenseModel
import LicenseNodeKey

/// The licenses of an installation that is under way, written before the first of them.
///
/// After a crash it shows which licenses of the file are missing.
struct PendingInstallation: Equatable {
    /// The digests and IDs of the licenses of the file.
    let licenses: [(digest: String, id: LicenseID)]

    /// Lists the licenses that an installation writes.
    init(_ added: [LicenseSet.Entry]) {
        self.licenses = added.map { ("\($0.license.payloadDigest)", $0.license.id) }
    }

    /// Reads the text of the file, or returns `nil` if it is damaged.
    init?(_ text: [UInt8]) {
        guard let line = Checksum.protected(text), let document = try? StrictJSON(line),
            let elements = document.members.first(where: { $0.name == "licenses" })?.value.elements
        else {
            return nil
        }
        var licenses: [(digest: String, id: LicenseID)] = []
        for element in elements {
            let members = Dictionary((element.members ?? document.members).map { ($0.name ?? "", $0.value) }) { $1 }
            guard let digest = members["digest"]?.string,
                let id = members["id"]?.string.flatMap(LicenseID.init(rawValue:))
            else {
                return nil
            }
            licenses.append((digest, id))
        }
        self.licenses = licenses
    }

    /// The text of the file, or `nil` if libcrypto cannot compute its checksum.
    var text: [UInt8]? {
        let elements = self.licenses.map { license in
            JSONText.object([("digest", .string(license.digest)), ("id", .string(license.id.rawValue))])
        }
        return Checksum.protecting(JSONText.object([("licenses", .array(elements))]).bytes)
    }

    /// Returns the IDs of the missing licenses, if some of the licenses are installed and some are not.
    func missing(in set: LicenseSet) -> [LicenseID] {
        let installed = Set(set.entries.map { "\($0.license.payloadDigest)" })
        let missing = self.licenses.filter { !installed.contains($0.digest) }
        return missing.count == self.licenses.count ? [] : missing.map(\.id)
    }

    static func == (lhs: PendingInstallation, rhs: PendingInstallation) -> Bool {
        lhs.licenses.map(\.digest) == rhs.licenses.map(\.digest)
    }
}
