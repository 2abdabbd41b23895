public import LicenseCrypto
public import LicenseModel

/// Signs claims as a license, and hands out nothing that a product would refuse.
///
/// ``LicenseIssuer`` is built on it, for drafts. By itself it is for claims that exist as JSON.
public struct LicenseSigner: Sendable {
    /// The public half of the key that signs.
    public let key: TrustedKey

    private let sign: @Sendable ([UInt8]) throws -> [UInt8]

    /// Signs with a key.
    ///
    /// - Parameter key: The key.
    public init(key: SigningKey) {
        self.init(publicKey: key.trustedKey) { try key.signature(over: $0) }
    }

    /// Signs with a key that something else holds, such as a hardware security module or a signing service.
    ///
    /// - Parameters:
    ///   - publicKey: The public half of the key, as products trust it.
    ///   - sign: Signs a text and returns the signature as the token spells it (RFC 7518: r‖s on a curve). It may be called
    ///     on any thread. What it signs wrongly is not handed out.
    public init(publicKey: TrustedKey, sign: @escaping @Sendable ([UInt8]) throws -> [UInt8]) {
        self.key = publicKey
        self.sign = sign
    }

    /// Signs claims that are given as JSON.
    ///
    /// The text is signed as it is, unknown members and all; only `iat`, the time of signing, is put in front. The claims
    /// are then held against every rule of the format, by a verifier with the public key.
    ///
    /// - Parameters:
    ///   - json: The claims, an object of strict JSON. Where it has an `iat`, that must be the time of signing.
    ///   - instant: The time of signing.
    /// - Returns: The license.
    /// - Throws: ``IssuingError`` where the claims are refused, or the key does not sign.
    public func sign(claims json: some Collection<UInt8>, at instant: LicenseInstant) throws(IssuingError)
        -> IssuedLicense
    {
        let text = Array(json)
        let members: JSONValue.Members
        do {
            members = try StrictJSON(text).members
        } catch {
            throw IssuingError(.invalidClaims, "The JSON of the claims \(error.problem) (byte \(error.offset)).")
        }
        if let issuedAt = members.first(where: { $0.name == "iat" }) {
            guard issuedAt.value.integer == Int(instant.secondsSince1970) else {
                throw IssuingError(
                    .invalidClaims,
                    "The claims have an 'iat' that is not the time of signing, \(instant.secondsSince1970). Leave it out;"
                        + " a start in the future is 'nbf'."
                )
            }
            return try self.sign(payload: text)
        }
        let rest = text.drop { $0 != UInt8(ascii: "{") }.dropFirst()
        let comma = members.count > 0 ? "," : ""
        return try self.sign(payload: Array(#"{"iat":\#(instant.secondsSince1970)\#(comma)"#.utf8) + rest)
    }

    /// Signs a payload, and has a verifier read it, first as a token and then as the file that a customer gets.
    func sign(payload: [UInt8]) throws(IssuingError) -> IssuedLicense {
        let header = JSONText.object([
            ("alg", .string(self.key.algorithm.rawValue)), ("kid", .string(self.key.id.rawValue)),
            ("typ", .string("license+jwt")),
        ])
        let text = Base64.encodeURL(header.bytes) + "." + Base64.encodeURL(payload)
        let signature: [UInt8]
        do {
            signature = try self.sign(Array(text.utf8))
        } catch {
            throw IssuingError(.signingFailed, "The key '\(self.key.id)' did not sign. \(error)")
        }
        let token = text + "." + Base64.encodeURL(signature)
        let verifier = try self.verifier
        let issued = IssuedLicense(token: token, license: try Self.verify(token, verifier))
        guard try Self.verify(contents: issued.armored, verifier) == [issued.license] else {
            throw IssuingError(.differs, "The license's file does not hold the license. It is not handed out.")
        }
        return issued
    }

    /// What a product verifies with that trusts the key.
    private var verifier: LicenseVerifier {
        get throws(IssuingError) {
            do {
                let keys = try TrustedKeys([self.key])
                return LicenseVerifier(trusting: keys, product: .any, environments: [self.key.conditions.environment])
            } catch {
                throw IssuingError(.signingFailed, error.message.english)
            }
        }
    }

    private static func verify(_ token: String, _ verifier: LicenseVerifier) throws(IssuingError) -> License {
        do {
            return try verifier.verify(token: token)
        } catch {
            throw IssuingError(error)
        }
    }

    private static func verify(contents: String, _ verifier: LicenseVerifier) throws(IssuingError) -> [License] {
        do {
            return try verifier.verify(contents: contents).licenses
        } catch {
            throw IssuingError(error)
        }
    }
}
