import LicenseCrypto
import LicenseModel

/// The content of a license file whose signature and digest are verified.
///
/// It is base64 of a JSON object with the members `license`, which is base64 of another object, and `aeskey`. Both objects
/// are strict JSON. As in a license token, a member that is not known is ignored, and one of the wrong type is an error.
struct VendorPayload {
    /// The JSON of the license, whose digest identifies it.
    let json: [UInt8]

    private let members: JSONValue.Members

    /// Decodes the content of a file.
    ///
    /// - Parameter text: The text of the signed part, without line ends.
    /// - Throws: `LicenseError` with `claimsInvalid` if the content is malformed, or with `unsupportedRequirement` if the
    ///   license is encrypted.
    init(_ text: [UInt8]) throws(LicenseError) {
        let outer = try StrictJSON.claims(try Self.decoded(text, nil)).members
        var license: String?
        var key: String?
        for (name, value) in outer {
            switch name {
            case "license": license = try value.text("license")
            case "aeskey": key = try value.text("aeskey")
            default: break
            }
        }
        try Self.requireNoKey(try Self.require(key, "aeskey"))
        self.json = try Self.decoded(Array(try Self.require(license, "license").utf8), "license")
        self.members = try StrictJSON.claims(self.json).members
    }

    /// A license that is bound to a node is encrypted with a key that only the vendor's software can derive.
    private static func requireNoKey(_ key: String) throws(LicenseError) {
        guard key.isEmpty else {
            throw LicenseError(
                .unsupportedRequirement,
                "The license is encrypted for one node ('aeskey'), which this product does not support. Ask @ for a license that is"
                    + " not encrypted.",
                "该许可证针对某个节点加密（“aeskey”），本产品不支持。请联系@获取未加密的许可证。",
                member: "aeskey"
            )
        }
    }

    private static func decoded(_ text: [UInt8], _ member: String?) throws(LicenseError) -> [UInt8] {
        guard let bytes = Base64.decodePadded(text) else {
            throw member.map { .claim($0, "is not canonical base64", "不是规范的base64文本") } ?? self.contentNotBase64
        }
        return bytes
    }

    /// The error for a content without a member that could be named.
    private static let contentNotBase64 = LicenseError(
        .claimsInvalid,
        "The license is not valid: its content is not canonical base64. Ask @ for a corrected license.",
        "许可证内容无效：不是规范的base64文本。请联系@重新签发许可证。"
    )

    /// Returns the value of a member, which must be there.
    static func require<Value>(_ value: Value?, _ member: String) throws(LicenseError) -> Value {
        guard let value else {
            throw .claim(member, "is missing", "缺失")
        }
        return value
    }
}

extension VendorPayload {
    /// The members of the license that are known, each checked by itself.
    struct Claims {
        fileprivate(set) var user: ClaimString?
        fileprivate(set) var id: LicenseID?
        fileprivate(set) var type: Int?
        fileprivate(set) var limits: [LimitUnit: License.Limit] = [:]
        fileprivate(set) var capacity = 0
        fileprivate(set) var issuedAt: LicenseInstant?
        fileprivate(set) var expiresAt: LicenseInstant?
        fileprivate(set) var edition: License.Edition?
        fileprivate(set) var thumbprint: String?
    }

    /// The number that the vendor writes for no limit: the largest integer of 32 bits.
    private static let unlimited = Int(Int32.max)

    /// The editions that the vendor writes for Enterprise.
    private static let enterprise = ["ZStack license", "ZStack", "Standard.Cloud", "Enterprise.Cloud"]

    /// Returns the members of the license.
    ///
    /// - Throws: `LicenseError` with `claimsInvalid` for the first member that breaks a rule.
    func claims() throws(LicenseError) -> Claims {
        var claims = Claims()
        for (name, value) in self.members {
            let path = "license.\(name ?? "")"
            switch name {
            case "user": claims.user = try value.claimString(path)
            case "licenseid": claims.id = try value.identifier(path)
            case "type": claims.type = try value.number(path)
            case "hostnum": claims.limits[.hosts] = try Self.limit(value, path)
            case "Cpunum": claims.limits[.cpus] = try Self.limit(value, path)
            case "vmnum": claims.limits[.vms] = try Self.limit(value, path)
            case "capacity": claims.capacity = try value.number(path)
            case "issuetime": claims.issuedAt = try value.instant(path)
            case "expiretime": claims.expiresAt = try value.instant(path)
            case "prodinfo": claims.edition = try Self.edition(value, path)
            case "thumbprint": claims.thumbprint = try value.text(path)
            default: break
            }
        }
        return claims
    }

    /// Returns a limit, or `nil` for 0, with which the vendor names no limit.
    private static func limit(_ value: JSONValue, _ path: String) throws(LicenseError) -> License.Limit? {
        let count = try value.number(path)
        return count == 0 ? nil : count == self.unlimited ? .unlimited : .count(count)
    }

    private static func edition(_ value: JSONValue, _ path: String) throws(LicenseError) -> License.Edition {
        if let text = value.asciiString, self.enterprise.contains(text) {
            return .enterprise
        }
        return try value.identifier(path)
    }
}
