package import LicenseModel

/// The members of a JWK that this library supports, each checked individually.
package struct JWK {
    package private(set) var keyID: KeyID?
    package private(set) var algorithm: SignatureAlgorithm?
    private var issuer: ClaimString?
    private var validFrom: LicenseInstant?
    private var validUntil: LicenseInstant?
    private var environment = KeyEnvironment.production

    /// The conditions under which the key is trusted.
    package var conditions: KeyConditions {
        KeyConditions(
            issuer: self.issuer.map { .only($0) } ?? .any,
            validity: .init(start: self.validFrom, end: self.validUntil),
            environment: self.environment
        )
    }

    /// The names of the members of private and secret keys (RFC 7518, sections 6.2.2, 6.3.2 and 6.4; RFC 9964).
    private static let privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"]

    private var type: String?
    private var curve: String?
    private var x: [UInt8]?
    private var y: [UInt8]?
    private var modulus: [UInt8]?
    private var exponent: [UInt8]?

    /// Parses the members of a JWK, and ignores those that this library does not support.
    ///
    /// - Parameters:
    ///   - members: The members of the JWK object.
    ///   - isPrivate: Whether to accept the JWK of a private key, whose private members the caller reads.
    /// - Throws: `TrustedKeyError` if a member is refused.
    package init(_ members: JSONValue.Members, isPrivate: Bool = false) throws(TrustedKeyError) {
        // Report a private key before any other error, because it can be compromised.
        for case (let name?, _) in members where !isPrivate && Self.privateMembers.contains(name) {
            throw TrustedKeyError(.privateKey, .privateJWK, name)
        }
        for (name, value) in members {
            switch name {
            case "kty":
                self.type = try Self.asciiString(value, "kty")
            case "crv":
                self.curve = try Self.asciiString(value, "crv")
            case "x":
                self.x = try Self.number(value, "x")
            case "y":
                self.y = try Self.number(value, "y")
            case "n":
                self.modulus = try Self.number(value, "n")
            case "e":
                self.exponent = try Self.number(value, "e")
            case "kid":
                self.keyID = try Self.require(value.string.flatMap(KeyID.init(rawValue:)), "kid")
            case "alg":
                self.algorithm = try Self.require(value.asciiString.flatMap(SignatureAlgorithm.init(name:)), "alg")
            case "use":
                guard try Self.asciiString(value, "use") == "sig" else {
                    throw TrustedKeyError(.unsupported, .otherUse)
                }
            case "key_ops":
                try Self.requireOperation(isPrivate ? "sign" : "verify", value)
            case "iss":
                self.issuer = try Self.claimString(value, "iss")
            case "nbf":
                self.validFrom = try Self.require(value.instant, "nbf")
            case "exp":
                self.validUntil = try Self.require(value.instant, "exp")
            case "environment":
                let environment = value.asciiString.flatMap(KeyEnvironment.init(rawValue:))
                self.environment = try Self.require(environment, "environment")
            default:
                break
            }
        }
    }

    /// Returns the numbers of the public key.
    ///
    /// - Throws: `TrustedKeyError` if the key's type is not supported, or a member is missing or has a wrong size.
    package func material() throws(TrustedKeyError) -> KeyMaterial {
        switch (self.type, self.curve) {
        case ("OKP", "Ed25519"):
            return .ed25519(try Self.require(self.x, "x", size: 32))
        case ("EC", let name?):
            guard let curve = KeyMaterial.Curve(rawValue: name) else {
                break
            }
            let x = try Self.require(self.x, "x", size: curve.coordinateSize)
            return .point(curve, x: x, y: try Self.require(self.y, "y", size: curve.coordinateSize))
        case ("RSA", _):
            guard let exponent = self.exponent else {
                throw TrustedKeyError(.malformed, .exponentMissing)
            }
            guard exponent == [1, 0, 1] else {
                throw TrustedKeyError(.weakKey, .otherExponent)
            }
            guard let modulus = self.modulus, let first = modulus.first, first != 0 else {
                throw TrustedKeyError(.malformed, .invalidModulus)
            }
            return .rsa(modulus: modulus)
        default:
            break
        }
        throw TrustedKeyError(.unsupported, .otherType)
    }

    private static func require(_ number: [UInt8]?, _ name: String, size: Int) throws(TrustedKeyError) -> [UInt8] {
        guard let number, number.count == size else {
            throw TrustedKeyError(.malformed, .numberSize, name, "\(size)")
        }
        return number
    }

    private static func requireOperation(_ operation: String, _ value: JSONValue) throws(TrustedKeyError) {
        guard let operations = value.elements?.map(\.asciiString), operations.contains(operation),
            operations.count == 1 || operation == "sign" && operations.allSatisfy({ $0 == "sign" || $0 == "verify" })
        else {
            throw TrustedKeyError(.unsupported, .otherOperations, operation, operation)
        }
    }

    private static func asciiString(_ value: JSONValue, _ name: String) throws(TrustedKeyError) -> String {
        try self.require(value.asciiString, name)
    }

    private static func number(_ value: JSONValue, _ name: String) throws(TrustedKeyError) -> [UInt8] {
        try self.require(value.string.flatMap(Base64.decodeURL), name)
    }

    private static func claimString(_ value: JSONValue, _ name: String) throws(TrustedKeyError) -> ClaimString {
        let text = try self.require(value.string, name)
        if let problem = ClaimString.localizedProblem(in: text) {
            throw TrustedKeyError(.malformed, .invalidIssuer, localized: [problem])
        }
        return try self.require(ClaimString(rawValue: text), name)
    }

    private static func require<Value>(_ value: Value?, _ name: String) throws(TrustedKeyError) -> Value {
        guard let value else {
            throw TrustedKeyError(.malformed, .invalidMember, name)
        }
        return value
    }
}

extension JSONValue {
    /// The instant, or `nil` if the value is not an integer from 0 to 253,402,300,799, in seconds since 1970.
    ///
    /// This is a NumericDate (RFC 7519, section 2) without a fraction.
    var instant: LicenseInstant? {
        guard let seconds = self.integer, (0...Int(LicenseInstant.latest.secondsSince1970)).contains(seconds) else {
            return nil
        }
        return LicenseInstant(secondsSince1970: Int64(seconds))
    }
}
