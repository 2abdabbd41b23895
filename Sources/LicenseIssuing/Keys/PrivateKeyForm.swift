/// Checks the structure of a PrivateKeyInfo (RFC 5958, section 2) before libcrypto computes with its numbers.
enum PrivateKeyForm {
    private static let rsa: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]
    private static let curve: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]
    private static let ed25519: [UInt8] = [0x2B, 0x65, 0x70]

    /// The maximum size of an RSA modulus in bytes, which is 4,096 bits.
    static let maximumModulusSize = 512

    /// The error for an RSA key whose modulus exceeds the maximum size.
    static let largeModulus = SigningKeyError(
        .unsupported,
        "The RSA key has more than 4096 bits. Generate a new key with 2048 to 4096 bits."
    )

    /// The error for a text that is not the PrivateKeyInfo of a supported key.
    static let malformed = SigningKeyError(
        .malformed,
        "The private key is not an Ed25519, P-256, P-384, SM2 or RSA key in PKCS#8. Export it with 'openssl pkcs8"
            + " -topk8'."
    )

    /// Checks that the key has a supported algorithm and that its numbers are not too long.
    ///
    /// With an unsupported key, or an RSA key with a number that is longer than the modulus, the text would determine
    /// how long libcrypto computes.
    ///
    /// - Parameter bytes: The PrivateKeyInfo in DER.
    /// - Throws: `SigningKeyError` with the code `malformed` or `unsupported`.
    static func check(_ bytes: borrowing Span<UInt8>) throws(SigningKeyError) {
        var all = DERReader(bytes.indices)
        guard let outer = all.read(0x30, in: bytes), all.isAtEnd else {
            throw self.malformed
        }
        var info = DERReader(outer)
        guard info.readInteger(in: bytes) != nil, let identifier = info.read(0x30, in: bytes),
            let key = info.read(0x04, in: bytes)
        else {
            throw self.malformed
        }
        var algorithm = DERReader(identifier)
        if algorithm.readIdentifier(self.rsa, in: bytes) {
            try self.checkRSA(key, in: bytes)
            return
        }
        if algorithm.readIdentifier(self.curve, in: bytes), let name = algorithm.read(0x06, in: bytes) {
            try self.checkCurve(key, named: name, in: bytes)
            return
        }
        guard algorithm.readIdentifier(self.ed25519, in: bytes) else {
            throw SigningKeyError(.unsupported, self.malformed.message)
        }
    }

    /// Checks an ECPrivateKey (RFC 5915): if it names a curve, that must be the curve of the PrivateKeyInfo.
    ///
    /// Explicit curve parameters are refused: the license format does not allow them, and libcrypto would compute with
    /// them.
    private static func checkCurve(
        _ key: Range<Int>,
        named name: Range<Int>,
        in bytes: borrowing Span<UInt8>
    ) throws(SigningKeyError) {
        var outer = DERReader(key)
        guard let contents = outer.read(0x30, in: bytes), outer.isAtEnd else {
            throw self.malformed
        }
        var numbers = DERReader(contents)
        guard numbers.readInteger(in: bytes) == 1, numbers.read(0x04, in: bytes) != nil else {
            throw self.malformed
        }
        guard let parameters = numbers.read(0xA0, in: bytes) else {
            return
        }
        var inner = DERReader(parameters)
        guard let other = inner.read(0x06, in: bytes), inner.isAtEnd, self.isEqual(other, name, in: bytes) else {
            throw SigningKeyError(
                .malformed,
                "The private key names two curves. Export the key again with 'openssl pkcs8 -topk8'."
            )
        }
    }

    private static func isEqual(_ part: Range<Int>, _ other: Range<Int>, in bytes: borrowing Span<UInt8>) -> Bool {
        guard part.count == other.count else {
            return false
        }
        for (index, otherIndex) in zip(part, other) where bytes[index] != bytes[otherIndex] {
            return false
        }
        return true
    }

    /// Checks an RSAPrivateKey (RFC 8017, appendix A.1.2).
    private static func checkRSA(_ key: Range<Int>, in bytes: borrowing Span<UInt8>) throws(SigningKeyError) {
        var outer = DERReader(key)
        guard let contents = outer.read(0x30, in: bytes), outer.isAtEnd else {
            throw self.malformed
        }
        var numbers = DERReader(contents)
        guard let version = numbers.readInteger(in: bytes), let modulus = numbers.read(0x02, in: bytes) else {
            throw self.malformed
        }
        guard version == 0 else {
            throw SigningKeyError(.unsupported, "The RSA key has more than two factors. Make a new key.")
        }
        // DER prepends a zero byte to a modulus whose highest bit is set.
        guard modulus.count <= self.maximumModulusSize + 1 else {
            throw self.largeModulus
        }
        for name in ["e", "d", "p", "q", "dp", "dq", "qi"] {
            guard let number = numbers.read(0x02, in: bytes) else {
                throw self.malformed
            }
            guard number.count <= modulus.count else {
                throw self.largeNumber(name)
            }
        }
        guard numbers.isAtEnd else {
            throw self.malformed
        }
    }

    /// Returns the error for an RSA key with a number that is longer than its modulus.
    static func largeNumber(_ name: String) -> SigningKeyError {
        SigningKeyError(
            .malformed,
            "The RSA key's '\(name)' is longer than its modulus, so the key is invalid. Export the key again."
        )
    }
}
