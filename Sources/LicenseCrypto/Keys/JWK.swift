package import LicenseModel

/// The members of a JWK that this library reads, each checked by itself.
package struct JWK {
    package private(set) var keyID: KeyID?
    package private(set) var algorithm: SignatureAlgorithm?
    private var issuer: ClaimString?
    private var validFrom: LicenseInstant?
    private var validUntil: LicenseInstant?
    private var environment = KeyEnvironment.production

    /// What the key is trusted for.
    package var conditions: KeyConditions {
        KeyConditions(
            issuer: self.issuer.map { .only($0) } ?? .any,
            validity: .init(start: self.validFrom, end: self.validUntil),
            environment: self.environment
        )
    }

    /// The members of private and secret keys (RFC 7518, sections 6.2.2, 6.3.2 and 6.4; RFC 9964).
    private static let privateMembers: Set<String> = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"]

    private var type: String?
    private var curve: String?
    private var numbers: [String: [UInt8]] = [:]

    /// Reads the members of a JWK.
    ///
    /// - Parameters:
    ///   - members: The members.
    ///   - isPrivate: Whether it is the JWK of a private key, as only its owner reads one.
    /// - Throws: `TrustedKeyError` where a member is refused.
    package init(_ members: JSONValue.Members, isPrivate: Bool = false) throws(TrustedKeyError) {
        // Before anything else: whoever ships a private key must hear of that, whatever else is wrong.
        for case (let name?, _) in members where !isPrivate && Self.privateMembers.contains(name) {
            throw TrustedKeyError(
                .privateKey,
                "The JWK holds a private or secret key ('\(name)'). Give the public key alone, and consider the private"
                    + " one as leaked if the product ships with it."
            )
        }
        for (name, value) in members {
            switch name {
            case "kty":
                self.type = try Self.word(value, "kty")
            case "crv":
                self.curve = try Self.word(value, "crv")
            case "x", "y", "n", "e":
                self.numbers[name ?? ""] = try Self.number(value, name ?? "")
            case "kid":
                self.keyID = try Self.read(value.string.flatMap(KeyID.init(rawValue:)), "kid")
            case "alg":
                self.algorithm = try Self.read(value.word.flatMap(SignatureAlgorithm.init(name:)), "alg")
            case "use":
                guard try Self.word(value, "use") == "sig" else {
                    throw TrustedKeyError(.unsupported, "The JWK is not for signatures: 'use' must be 'sig'.")
                }
            case "key_ops":
                try Self.requireOperation(isPrivate ? "sign" : "verify", value)
            case "iss":
                self.issuer = try Self.line(value, "iss")
            case "nbf":
                self.validFrom = try Self.read(value.instant, "nbf")
            case "exp":
                self.validUntil = try Self.read(value.instant, "exp")
            case "environment":
                self.environment = try Self.read(value.word.flatMap(KeyEnvironment.init(rawValue:)), "environment")
            default:
                break
            }
        }
    }

    /// The key's public numbers.
    package func material() throws(TrustedKeyError) -> KeyMaterial {
        switch (self.type, self.curve) {
        case ("OKP", "Ed25519"):
            return .ed25519(try self.number("x", size: 32))
        case ("EC", let name?):
            guard let curve = KeyMaterial.Curve(rawValue: name) else {
                break
            }
            let x = try self.number("x", size: curve.coordinateSize)
            return .point(curve, x: x, y: try self.number("y", size: curve.coordinateSize))
        case ("RSA", _):
            guard let exponent = self.numbers["e"] else {
                throw TrustedKeyError(.malformed, "The RSA key lacks its exponent 'e'. Export the key again.")
            }
            guard exponent == [1, 0, 1] else {
                throw TrustedKeyError(.weakKey, "The RSA key's exponent is not 65537 ('e': 'AQAB'). Make a new key.")
            }
            guard let modulus = self.numbers["n"], let first = modulus.first, first != 0 else {
                throw TrustedKeyError(.malformed, "The RSA key lacks its modulus 'n', or 'n' starts with a zero byte.")
            }
            return .rsa(modulus: modulus)
        default:
            break
        }
        throw TrustedKeyError(
            .unsupported,
            "The JWK is none of OKP with Ed25519, EC with P-256, P-384 or SM2, and RSA. Give a key of one of these kinds."
        )
    }

    private func number(_ name: String, size: Int) throws(TrustedKeyError) -> [UInt8] {
        guard let number = self.numbers[name], number.count == size else {
            throw TrustedKeyError(.malformed, "The JWK's '\(name)' is not \(size) bytes long. Export the key again.")
        }
        return number
    }

    private static func requireOperation(_ operation: String, _ value: JSONValue) throws(TrustedKeyError) {
        guard let operations = value.elements?.map(\.word), operations.contains(operation),
            operations.count == 1 || operation == "sign" && operations.allSatisfy({ $0 == "sign" || $0 == "verify" })
        else {
            throw TrustedKeyError(.unsupported, "The JWK is for something else: 'key_ops' must be ['\(operation)'].")
        }
    }

    private static func word(_ value: JSONValue, _ name: String) throws(TrustedKeyError) -> String {
        try self.read(value.word, name)
    }

    private static func number(_ value: JSONValue, _ name: String) throws(TrustedKeyError) -> [UInt8] {
        try self.read(value.string.flatMap(Base64.decodeURL), name)
    }

    private static func line(_ value: JSONValue, _ name: String) throws(TrustedKeyError) -> ClaimString {
        let text = try self.read(value.string, name)
        if let problem = ClaimString.problem(in: text) {
            throw TrustedKeyError(.malformed, "The JWK's '\(name)' \(problem). Correct it where the key comes from.")
        }
        return try self.read(ClaimString(rawValue: text), name)
    }

    private static func read<Value>(_ value: Value?, _ name: String) throws(TrustedKeyError) -> Value {
        guard let value else {
            throw TrustedKeyError(.malformed, "The JWK's '\(name)' is not what this library takes there.")
        }
        return value
    }
}

extension JSONValue {
    /// The instant, where the value is an integer that the format has as one: 0 to 253,402,300,799 (RFC 7519,
    /// NumericDate, without fraction).
    var instant: LicenseInstant? {
        guard let seconds = self.integer, (0...Int(LicenseInstant.latest.secondsSince1970)).contains(seconds) else {
            return nil
        }
        return LicenseInstant(secondsSince1970: Int64(seconds))
    }
}
