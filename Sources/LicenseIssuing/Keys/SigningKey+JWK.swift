public import LicenseCrypto
import LicenseModel
import LicenseNodeKey

extension SigningKey {
    /// Parses a private key in JWK format (RFC 7517, RFC 7518, RFC 8037).
    ///
    /// In addition to the key itself, the JWK can have the standard members `kid`, `alg`, `use` (`sig`) and `key_ops`
    /// (with `sign`). The members `iss`, `nbf`, `exp` and `environment` are specific to this library: they hold the
    /// conditions under which products trust the key. Other members are ignored.
    ///
    /// - Parameters:
    ///   - jwk: The JWK, at most 256 KiB of strict JSON.
    ///   - context: The libcrypto context to use the key in.
    /// - Throws: ``SigningKeyError`` if the JSON or the key is invalid.
    public convenience init(jwk: SecretBytes, context: OpenSSLContext = .isolated) throws(SigningKeyError) {
        guard jwk.count <= Self.maximumSize else {
            throw Self.tooLarge
        }
        let library = try Self.library(context)
        let (members, material, numbers) = try jwk.withArray { text throws(SigningKeyError) in
            try Self.readJWK(text)
        }
        guard members.algorithm != nil || material.algorithms.count == 1 else {
            throw SigningKeyError(
                .algorithmMissing,
                "The RSA key has no 'alg'. Add 'PS256' or 'RS256' to the JWK."
            )
        }
        guard let key = try Self.privateKey(material, numbers, library) else {
            throw SigningKeyError(.malformed, "libcrypto refuses the numbers of the JWK. Export the key again.")
                .unlessExiting()
        }
        guard key.subjectPublicKeyInfo == material.subjectPublicKeyInfo else {
            throw SigningKeyError(
                .mismatch,
                "The public half of the JWK does not match its private half. Export the key again."
            )
        }
        try self.init(
            key,
            algorithm: members.algorithm,
            id: members.keyID,
            conditions: members.conditions,
            context: context
        )
    }

    /// The public half in JWK format, with the conditions, for a product's trusted keys.
    public var publicJWK: String {
        String(decoding: JSONText.object(self.publicMembers).bytes, as: UTF8.self)
    }

    /// Returns the private key in JWK format.
    ///
    /// The result has all members of ``publicJWK`` and the private numbers, and it is not encrypted.
    ///
    /// - Returns: The JWK, as JSON in UTF-8.
    /// - Throws: ``SigningKeyError`` if libcrypto does not return the private numbers.
    public func privateJWK() throws(SigningKeyError) -> SecretBytes {
        // The public JWK without its closing brace, to append the private members.
        var parts = [SecretBytes(JSONText.object(self.publicMembers).bytes.dropLast())]
        for (name, number) in try self.privateNumbers() {
            parts += [SecretBytes(#","\#(name)":""#), SecretEncoding.base64URL(number), SecretBytes(#"""#)]
        }
        return SecretBytes(joining: parts + [SecretBytes("}")])
    }

    private var publicMembers: [(name: String, value: JSONText)] {
        var members: [(name: String, value: JSONText)] =
            self.material.jwkMembers.map { ($0.name, .string($0.value)) } + [
                ("kid", .string(self.id.rawValue)), ("alg", .string(self.algorithm.rawValue)), ("use", .string("sig")),
            ]
        let conditions = self.trustedKey.conditions
        conditions.issuer.value.map { members.append(("iss", .string($0.rawValue))) }
        conditions.validity.start.map { members.append(("nbf", .integer(Int($0.secondsSince1970)))) }
        conditions.validity.end.map { members.append(("exp", .integer(Int($0.secondsSince1970)))) }
        if conditions.environment != .production {
            members.append(("environment", .string(conditions.environment.rawValue)))
        }
        return members
    }

    /// The private members of the JWK (RFC 7518, sections 6.2.2 and 6.3.2; RFC 8037, section 2).
    func privateNumbers() throws(SigningKeyError) -> [(name: String, number: SecretBytes)] {
        let numbers: [(String, SecretBytes?)] =
            switch self.material {
            case .ed25519: [("d", self.privateKey.seed)]
            case .point(let curve, _, _): [("d", self.privateKey.number("priv", size: curve.coordinateSize))]
            case .rsa:
                [
                    ("d", self.privateKey.number("d")), ("p", self.privateKey.number("rsa-factor1")),
                    ("q", self.privateKey.number("rsa-factor2")), ("dp", self.privateKey.number("rsa-exponent1")),
                    ("dq", self.privateKey.number("rsa-exponent2")),
                    ("qi", self.privateKey.number("rsa-coefficient1")),
                ]
            }
        var all: [(name: String, number: SecretBytes)] = []
        for (name, number) in numbers {
            guard let number else {
                throw SigningKeyError(
                    .unavailable,
                    "libcrypto does not return the private '\(name)' of the key '\(self.id)'."
                )
            }
            all.append((name, number))
        }
        return all
    }
}

// Parsing of private JWKs.
extension SigningKey {
    private static func readJWK(
        _ text: [UInt8]
    ) throws(SigningKeyError) -> (JWK, KeyMaterial, PrivateNumbers) {
        let document: StrictJSON
        do {
            document = try StrictJSON(text)
        } catch {
            throw SigningKeyError(
                .malformed,
                "The key's JSON \(error.problem) (byte \(error.offset)). Export the key again."
            )
        }
        let numbers = try PrivateNumbers(document.members)
        do {
            let jwk = try JWK(document.members, isPrivate: true)
            return (jwk, try jwk.material(), numbers)
        } catch {
            throw SigningKeyError(error)
        }
    }

    /// Loads the key into libcrypto, or returns `nil` if libcrypto refuses it.
    private static func privateKey(
        _ material: KeyMaterial,
        _ numbers: PrivateNumbers,
        _ library: CryptoLibrary
    ) throws(SigningKeyError) -> PrivateKey? {
        switch material {
        case .ed25519:
            return PrivateKey(seed: try numbers.require("d", size: 32), library: library)
        case .point(let curve, let x, let y):
            let number = try numbers.require("d", size: curve.coordinateSize)
            return PrivateKey(curve: curve, x: x, y: y, number: number, library: library)
        case .rsa(let modulus):
            guard modulus.count <= PrivateKeyForm.maximumModulusSize else {
                throw PrivateKeyForm.largeModulus
            }
            var all = [SecretBytes(modulus), SecretBytes([1, 0, 1])]
            for name in ["d", "p", "q", "dp", "dq", "qi"] {
                let number = try numbers.require(name)
                // The longer the number, the longer libcrypto computes with it.
                guard number.count <= modulus.count else {
                    throw PrivateKeyForm.largeNumber(name)
                }
                all.append(number)
            }
            return PrivateKey(rsa: all, library: library)
        }
    }
}

/// The private members of a JWK (RFC 7518, sections 6.2.2 and 6.3.2; RFC 8037, section 2).
private struct PrivateNumbers {
    private static let names: Set<String> = ["d", "p", "q", "dp", "dq", "qi"]

    private var numbers: [String: SecretBytes] = [:]

    init(_ members: JSONValue.Members) throws(SigningKeyError) {
        for case (let name?, let value) in members where Self.names.contains(name) {
            guard let encoded = value.unescapedBytes, var number = Base64.decodeURL(encoded.span) else {
                throw SigningKeyError(.malformed, "The JWK's '\(name)' is not base64url without padding.")
            }
            self.numbers[name] = SecretBytes(moving: &number)
        }
        guard self.numbers["d"] != nil else {
            throw SigningKeyError(
                .publicKey,
                "The JWK is not a private key: 'd' is missing. Provide the private key."
            )
        }
    }

    /// Returns a number, and throws an error if it is missing or does not have the given size.
    func require(_ name: String, size: Int? = nil) throws(SigningKeyError) -> SecretBytes {
        guard let number = self.numbers[name], number.count > 0, size == nil || number.count == size else {
            let problem = size.map { "is missing or does not have \($0) bytes" } ?? "is missing or empty"
            throw SigningKeyError(.malformed, "The JWK's '\(name)' \(problem). Export the key again.")
        }
        return number
    }
}
