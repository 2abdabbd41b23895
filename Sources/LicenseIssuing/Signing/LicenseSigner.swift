public import LicenseCrypto
public import LicenseModel
import LicenseNodeKey

/// Signs claims and verifies the resulting license before returning it.
///
/// To issue licenses from drafts, use a ``LicenseIssuer``, which signs with a signer. Use a signer directly to sign
/// claims that another system, such as an order system, provides as JSON:
///
/// ```swift
/// let signer = LicenseSigner(key: key)
/// let issued = try signer.sign(claims: json.utf8, at: LicenseInstant(Date()))
/// ```
public struct LicenseSigner: Sendable {
    /// The public half of the signing key.
    let key: TrustedKey

    private let sign: @Sendable ([UInt8]) throws -> [UInt8]

    /// The newest license that was issued before, as far as the caller showed them.
    private var newest: License?

    /// Creates a signer that uses a key in memory.
    ///
    /// - Parameter key: The private key to sign with.
    public init(key: SigningKey) {
        self.init(publicKey: key.trustedKey) { try key.signature(over: $0) }
    }

    /// Creates a signer for a key that is stored elsewhere, such as in a hardware security module or a signing service.
    ///
    /// - Parameters:
    ///   - publicKey: The public half of the key, with the conditions under which products trust it.
    ///   - sign: A function that signs the given bytes and returns the signature in its JWS encoding; for an elliptic
    ///     curve this is the concatenation r‖s and not DER (RFC 7518, section 3.4). It can be called on any thread. If
    ///     it throws an error, signing throws an ``IssuingError`` with the code `IssuingError.Code.signingFailed`.
    ///     The signer verifies each signature, and throws an error if it is wrong.
    public init(publicKey: TrustedKey, sign: @escaping @Sendable ([UInt8]) throws -> [UInt8]) {
        self.key = publicKey
        self.sign = sign
    }

    /// Returns a signer that also refuses to sign earlier than licenses that were issued before.
    ///
    /// A signing machine whose clock is behind would otherwise issue renewals that look older than the licenses that they
    /// renew. Pass the licenses that you issued to the customer, or the latest one that you issued at all:
    ///
    /// ```swift
    /// let signer = LicenseSigner(key: key).after(try verifier.verify(contents: latest).licenses)
    /// ```
    ///
    /// - Parameter issued: Licenses that were issued before, in any order. An empty array changes nothing.
    /// - Returns: The signer, which throws an error with the code `IssuingError.Code.clockBehind`.
    public func after(_ issued: [License]) -> LicenseSigner {
        var signer = self
        signer.newest = (issued + [self.newest].compactMap(\.self)).max { $0.issuedAt < $1.issuedAt }
        return signer
    }

    /// Signs claims that are given as a JSON object.
    ///
    /// The signer does not change the claims, and it keeps members that it does not know. If they have no `iat`, it
    /// inserts the time of signing as the first member. It then verifies the token with the public key, which checks
    /// every rule of the format.
    ///
    /// - Parameters:
    ///   - json: The claims, one object of strict JSON in UTF-8. If it has an `iat`, that must be the time of signing.
    ///   - instant: The time of signing, which becomes the `iat` claim. Pass the current time.
    /// - Returns: The signed and verified license.
    /// - Throws: ``IssuingError`` if the claims are not strict JSON, if the time is earlier than that of a license passed
    ///   to ``after(_:)``, if signing fails, or if a product would refuse the license.
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
                    "The claims have an 'iat' that is not the time of signing, \(instant.secondsSince1970). Omit 'iat';"
                        + " to start the license in the future, set 'nbf'."
                )
            }
            return try self.sign(payload: text, at: instant)
        }
        let rest = text.drop { $0 != UInt8(ascii: "{") }.dropFirst()
        let comma = members.count > 0 ? "," : ""
        return try self.sign(payload: Array(#"{"iat":\#(instant.secondsSince1970)\#(comma)"#.utf8) + rest, at: instant)
    }

    /// Signs a payload, then verifies the result, both as a token and as the license file for the customer.
    func sign(payload: [UInt8], at instant: LicenseInstant) throws(IssuingError) -> IssuedLicense {
        if let newest = self.newest, instant < newest.issuedAt {
            throw IssuingError(
                .clockBehind,
                "The time of signing, \(instant), is earlier than that of the license '\(newest.id)', \(newest.issuedAt)."
                    + " Products would take the new license for the older one. Set the clock of this machine."
            )
        }
        let header = JSONText.object([
            ("alg", .string(self.key.algorithm.rawValue)), ("kid", .string(self.key.id.rawValue)),
            ("typ", .string("license+jwt")),
        ])
        let text = Base64.encodeURL(header.bytes) + "." + Base64.encodeURL(payload)
        let signature: [UInt8]
        do {
            signature = try self.sign(Array(text.utf8))
        } catch {
            throw IssuingError(.signingFailed, "Signing with the key '\(self.key.id)' failed. \(error)")
        }
        let token = text + "." + Base64.encodeURL(signature)
        let verifier = try self.verifier
        let issued = IssuedLicense(token: token, license: try Self.verify(token, verifier))
        guard try Self.verify(contents: issued.armored, verifier) == [issued.license] else {
            throw IssuingError(
                .differs,
                "The license file does not contain the license, which was discarded. This is a bug: please report it."
            )
        }
        return issued
    }

    /// A verifier like that of a product that trusts the key.
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
