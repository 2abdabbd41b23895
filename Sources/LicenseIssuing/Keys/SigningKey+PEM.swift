public import LicenseCrypto
public import LicenseModel

extension SigningKey {
    /// Reads a private key in PEM (RFC 7468): one block `PRIVATE KEY` or `ENCRYPTED PRIVATE KEY` (PKCS#8), and nothing
    /// else.
    ///
    /// Nothing ever asks at a terminal for a password.
    ///
    /// - Parameters:
    ///   - pem: The text, at most 256 KiB.
    ///   - password: The password of an encrypted key. It is not looked at where the key is not encrypted. The key must be
    ///     encrypted by PBES2 with at most 2,000,000 rounds of PBKDF2, or with scrypt in at most 32 MiB.
    ///   - algorithm: What the key signs with. An RSA key needs it, for others it follows from the key.
    ///   - id: The key's id. By default its thumbprint (RFC 7638).
    ///   - conditions: What it is trusted for.
    ///   - context: Which of libcrypto's contexts it is used in.
    /// - Throws: ``SigningKeyError`` where the text, the password or the key is refused.
    public convenience init(
        pem: SecretBytes,
        password: SecretBytes? = nil,
        algorithm: SignatureAlgorithm? = nil,
        id: KeyID? = nil,
        conditions: KeyConditions = .unrestricted,
        context: LibraryContext = .isolated
    ) throws(SigningKeyError) {
        let library = try Self.library(context)
        var (info, isEncrypted) = try Self.decodePEM(pem)
        if isEncrypted {
            guard let password else {
                throw SigningKeyError(.passwordMissing, "The private key is encrypted. Give its password.")
            }
            try info.withBytes(PasswordScheme.check)
            guard let decrypted = PrivateKey.decrypt(info, password: password, library: library) else {
                throw SigningKeyError(
                    .passwordWrong,
                    "The private key cannot be decrypted. Check the password, and that this machine's libcrypto has the"
                        + " key's cipher and hash."
                )
                .unlessExiting()
            }
            info = decrypted
        }
        try info.withBytes(PrivateKeyForm.check)
        guard let key = PrivateKey(privateKeyInfo: info, library: library) else {
            throw PrivateKeyForm.malformed.unlessExiting()
        }
        try self.init(key, algorithm: algorithm, id: id, conditions: conditions, context: context)
    }

    /// Writes the private key in PEM (PKCS#8, RFC 5958), encrypted.
    ///
    /// PEM holds the key alone. Its id and what it is trusted for are not in it: a JWK has them.
    ///
    /// - Parameter password: The password to encrypt it with: PBES2, AES-256-CBC, PBKDF2 with HMAC-SHA-256 and 600,000
    ///   rounds.
    /// - Returns: The text, with a newline at its end.
    /// - Throws: ``SigningKeyError`` if libcrypto does not write it.
    public func pem(encryptedWith password: SecretBytes) throws(SigningKeyError) -> SecretBytes {
        let info = try self.privateKeyInfo()
        guard let encrypted = PrivateKey.encrypt(info, password: password, library: self.privateKey.library) else {
            throw SigningKeyError(.unavailable, "libcrypto does not write the key '\(self.id)' as PKCS#8.")
        }
        return Self.encodePEM(encrypted, label: "ENCRYPTED PRIVATE KEY")
    }

    /// Writes the private key in PEM (PKCS#8, RFC 5958), for whoever reads the text to use.
    ///
    /// PEM holds the key alone. Its id and what it is trusted for are not in it: a JWK has them.
    ///
    /// - Returns: The text, with a newline at its end.
    /// - Throws: ``SigningKeyError`` if libcrypto does not give the numbers.
    public func unencryptedPEM() throws(SigningKeyError) -> SecretBytes {
        Self.encodePEM(try self.privateKeyInfo(), label: "PRIVATE KEY")
    }

    private static func encodePEM(_ info: SecretBytes, label: String) -> SecretBytes {
        SecretBytes(joining: [
            SecretBytes("-----BEGIN \(label)-----\n"), SecretEncoding.base64(info, lines: true),
            SecretBytes("-----END \(label)-----\n"),
        ])
    }

    /// The public half in PEM (RFC 7468), a SubjectPublicKeyInfo, with a newline at its end.
    ///
    /// PEM holds the key alone. Its id and what it is trusted for are not in it, and a product that reads it must state them:
    /// ``publicJWK`` has them.
    public var publicPEM: String {
        let info = SecretEncoding.base64(SecretBytes(self.material.subjectPublicKeyInfo), lines: true)
        return "-----BEGIN PUBLIC KEY-----\n\(info.text)-----END PUBLIC KEY-----\n"
    }

    /// The key's PrivateKeyInfo (RFC 5958), written here: libcrypto 3.0 would leave copies of it in freed memory.
    private func privateKeyInfo() throws(SigningKeyError) -> SecretBytes {
        let numbers = try self.privateNumbers().map(\.number)
        let key: SecretBytes
        switch self.material {
        case .ed25519:
            // CurvePrivateKey (RFC 8410).
            key = SecretEncoding.element(0x04, numbers)
        case .point(_, let x, let y):
            // ECPrivateKey (RFC 5915).
            let point = SecretEncoding.element(0x03, [SecretBytes([0x00, 0x04] + x + y)])
            key = SecretEncoding.element(
                0x30,
                [
                    SecretBytes([0x02, 0x01, 0x01]), SecretEncoding.element(0x04, numbers),
                    SecretEncoding.element(0xA1, [point]),
                ]
            )
        case .rsa(let modulus):
            // RSAPrivateKey (RFC 8017, appendix A.1.2).
            let all = [SecretBytes(modulus), SecretBytes([1, 0, 1])] + numbers
            key = SecretEncoding.element(0x30, [SecretBytes([0x02, 0x01, 0x00])] + all.map(SecretEncoding.integer))
        }
        return SecretEncoding.privateKeyInfo(self.material, key)
    }

    private static func decodePEM(_ pem: SecretBytes) throws(SigningKeyError) -> (SecretBytes, isEncrypted: Bool) {
        guard pem.count <= self.maximumSize else {
            throw self.tooLarge
        }
        return try pem.withArray { text throws(SigningKeyError) in
            var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
            // The newline at the end, if it is there.
            if lines.last?.isEmpty ?? false {
                lines.removeLast()
            }
            let labels = ["PRIVATE KEY", "ENCRYPTED PRIVATE KEY"]
            guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }),
                let label = labels.first(where: { lines[0].elementsEqual("-----BEGIN \($0)-----".utf8) }),
                lines[lines.count - 1].elementsEqual("-----END \(label)-----".utf8)
            else {
                throw SigningKeyError(
                    .malformed,
                    "The text is not one PEM block 'PRIVATE KEY' or 'ENCRYPTED PRIVATE KEY' and nothing else. Export the key"
                        + " with 'openssl pkcs8 -topk8'."
                )
            }
            // In one piece from the start: an array that grows leaves copies behind.
            var body: [UInt8] = []
            body.reserveCapacity(text.count)
            for line in lines.dropFirst().dropLast() {
                body += line
            }
            defer { body.overwrite() }
            guard var der = Base64.decodePadded(body) else {
                throw SigningKeyError(.malformed, "The private key's base64 is damaged. Export the key again.")
            }
            return (SecretBytes(moving: &der), label.utf8.first == UInt8(ascii: "E"))
        }
    }

    /// The most bytes of a key text, 256 KiB.
    static let maximumSize = 256 * 1_024

    static let tooLarge = SigningKeyError(.tooLarge, "The key text is larger than 256 KiB, which none is.")
}
