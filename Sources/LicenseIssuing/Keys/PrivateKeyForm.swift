/// The form of a PrivateKeyInfo (RFC 5958, section 2): what is read of it before libcrypto computes with its numbers.
enum PrivateKeyForm {
    private static let rsa: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]
    private static let curve: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]
    private static let ed25519: [UInt8] = [0x2B, 0x65, 0x70]

    /// The most bytes of an RSA modulus, 4,096 bits.
    static let maximumModulusSize = 512

    /// What an RSA key is told whose modulus is longer.
    static let largeModulus = SigningKeyError(
        .unsupported,
        "The RSA key has more than 4096 bits; 2048 to 4096 are taken. Make a new key."
    )

    /// What a text is told that is no PrivateKeyInfo of a key for the format.
    static let malformed = SigningKeyError(
        .malformed,
        "The private key is none of Ed25519, P-256, P-384, SM2 and RSA in PKCS#8. Export it with 'openssl pkcs8"
            + " -topk8'."
    )

    /// Refuses a key of another kind, and an RSA key with a number that is longer than the modulus: libcrypto would
    /// compute with them for as long as the text pleases.
    ///
    /// - Parameter bytes: The PrivateKeyInfo in DER.
    /// - Throws: Why not.
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

    /// Checks an ECPrivateKey (RFC 5915): where it names a curve, too, it is the same.
    ///
    /// A curve has a name. One of numbers is none of the format's, and libcrypto would compute with it.
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
        // A zero may stand before it for its sign.
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

    /// What an RSA key is told that has a number longer than its modulus.
    static func largeNumber(_ name: String) -> SigningKeyError {
        SigningKeyError(
            .malformed,
            "The RSA key's '\(name)' is longer than its modulus, which it never is. Export the key again."
        )
    }
}
