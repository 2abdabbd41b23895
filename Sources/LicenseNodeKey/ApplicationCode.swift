import LicenseCrypto
package import LicenseModel

/// A verified application code: the text that a customer sends to the vendor to get a license for a node.
///
/// The code is a JWS in compact form that the node's own key signs. It contains the public half of the key and holds no
/// secret. Its signature proves that the sender's node has the private half.
package struct ApplicationCode: Sendable, Equatable {
    /// The maximum size of a code in bytes: 16 KiB.
    package static let maximumSize = 16 * 1_024

    /// The `typ` of the token's header.
    package static let type = "license-request+jwt"

    /// The code itself, as one line of text.
    package let text: String

    /// The thumbprint of the node's key: the `sub` claim.
    package let thumbprint: ClaimString

    /// The time at which the code was made: the `iat` claim.
    package let issuedAt: LicenseInstant

    /// The product that a license is asked for: the `aud` claim, or `nil` if the code does not name it.
    package let product: ProductID?

    /// Facts about the node, as the product gives them: the `host` claim, which can be empty.
    package let host: [String: String]

    /// Makes a code and signs it, or returns `nil` if libcrypto cannot sign.
    ///
    /// - Parameters:
    ///   - key: The node's key.
    ///   - instant: The time at which the code is made.
    ///   - product: The product that a license is asked for.
    ///   - host: Facts about the node. Hash those that identify a person or a machine.
    package init?(signedBy key: NodeKey, at instant: LicenseInstant, product: ProductID?, host: [String: String]) {
        guard let thumbprint = key.thumbprint else {
            return nil
        }
        let header = JSONText.object([
            ("alg", .string("Ed25519")), ("kid", .string(thumbprint.rawValue)), ("typ", .string(Self.type)),
        ])
        var claims: [(name: String, value: JSONText)] = [
            ("cnf", .object([("jwk", .object(NodeKey.jwkMembers(of: key.publicBytes)))])),
            ("iat", .integer(Int(instant.secondsSince1970))), ("sub", .string(thumbprint.rawValue)),
        ]
        if let product {
            claims.append(("aud", .string(product.rawValue)))
        }
        if !host.isEmpty {
            let facts = host.sorted { $0.key < $1.key }.map { (name: $0.key, value: JSONText.string($0.value)) }
            claims.append(("host", .object(facts)))
        }
        let signed = Base64.encodeURL(header.bytes) + "." + Base64.encodeURL(JSONText.object(claims).bytes)
        guard let signature = key.signature(over: Array(signed.utf8)) else {
            return nil
        }
        // Verifying the new code also refuses facts that no reader would accept.
        self.init(Array("\(signed).\(Base64.encodeURL(signature))".utf8))
    }

    /// Verifies the text of a code, or returns `nil` if it is not a code or its signature is wrong.
    ///
    /// - Parameter text: The code, without white space around it.
    package init?(_ text: [UInt8]) {
        guard let code = try? ApplicationCode(verifying: text) else {
            return nil
        }
        self = code
    }

    /// Verifies the text of a code.
    ///
    /// - Parameter text: The code, without white space around it.
    /// - Throws: ``Problem`` if it is not a code or its signature is wrong.
    package init(verifying text: [UInt8]) throws(Problem) {
        guard text.count <= Self.maximumSize else {
            throw .tooLarge
        }
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map(Array.init)
        guard parts.count == 3,
            let header = Self.decoded(parts[0]).flatMap({ try? StrictJSON($0) }),
            let claims = Self.decoded(parts[1]).flatMap({ try? StrictJSON($0) }),
            let signature = Self.decoded(parts[2])
        else {
            throw .malformed
        }
        let head = Dictionary(header.members.map { ($0.name ?? "", $0.value.asciiString) }) { first, _ in first }
        let members = Dictionary(claims.members.map { ($0.name ?? "", $0.value) }) { first, _ in first }
        guard header.members.count == 3, head["alg"] == "Ed25519", head["typ"] == Self.type, let keyID = head["kid"]
        else {
            throw .header
        }
        guard let thumbprint = members["sub"]?.string.flatMap(ClaimString.init(rawValue:)), keyID == thumbprint.rawValue
        else {
            throw .claim("sub")
        }
        guard let issuedAt = members["iat"]?.integer, (0...253_402_300_799).contains(issuedAt) else {
            throw .claim("iat")
        }
        let key = try Self.key(members["cnf"], thumbprint)
        guard key.isValid(signature, over: text[..<(parts[0].count + 1 + parts[1].count)]) else {
            throw .signature
        }
        self.text = String(decoding: text, as: UTF8.self)
        self.thumbprint = thumbprint
        self.issuedAt = LicenseInstant(secondsSince1970: Int64(issuedAt))
        self.product = try Self.product(members["aud"])
        self.host = try Self.host(members["host"])
    }

    private static func product(_ audience: JSONValue?) throws(Problem) -> ProductID? {
        guard let audience else {
            return nil
        }
        guard let product = audience.string.flatMap(ProductID.init(rawValue:)) else {
            throw .claim("aud")
        }
        return product
    }

    private static func host(_ facts: JSONValue?) throws(Problem) -> [String: String] {
        guard let facts else {
            return [:]
        }
        guard let members = facts.members else {
            throw .claim("host")
        }
        var host: [String: String] = [:]
        for member in members {
            guard let name = member.name, let value = member.value.string else {
                throw .claim("host")
            }
            host[name] = value
        }
        return host
    }

    private static func decoded(_ part: [UInt8]) -> [UInt8]? {
        Base64.decodeURL(part.span)
    }

    /// Returns the key of the `cnf` claim (RFC 7800), if its thumbprint is the expected one.
    private static func key(_ confirmation: JSONValue?, _ thumbprint: ClaimString) throws(Problem) -> TrustedKey {
        guard let jwk = confirmation?.members?.first(where: { $0.name == "jwk" })?.value.members else {
            throw .claim("cnf.jwk")
        }
        let key: TrustedKey
        do {
            key = try TrustedKey(
                try JWK(jwk).material(),
                algorithm: .ed25519,
                id: nil,
                conditions: .unrestricted,
                context: .isolated
            )
        } catch {
            throw error.code == .privateKey ? .privateKey : .claim("cnf.jwk")
        }
        // Without an ID of its own, a key's ID is its thumbprint.
        guard key.id.rawValue == thumbprint.rawValue else {
            throw .thumbprint
        }
        return key
    }
}

extension ApplicationCode {
    /// Why a text is refused as an application code.
    package enum Problem: Error, Equatable {
        /// The text has more than 16 KiB.
        case tooLarge

        /// The text is not three parts in base64url, the first two of them JSON objects.
        case malformed

        /// The header has other members or values than those of a code.
        case header

        /// A claim is missing or invalid.
        case claim(String)

        /// The code has the private half of a key.
        case privateKey

        /// The code has the key of another node.
        case thumbprint

        /// The signature does not fit the contents.
        case signature
    }
}
