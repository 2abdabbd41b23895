public import LicenseCrypto
public import LicenseModel

extension SigningKey {
    /// Parses a private key in PEM format (RFC 7468).
    ///
    /// The text must consist of one block `PRIVATE KEY` or `ENCRYPTED PRIVATE KEY` (PKCS#8, RFC 5958). An encrypted key
    /// must use PBES2 with PBKDF2 and at most 2,000,000 rounds, or with scrypt and at most 32 MiB of memory. This
    /// initializer never prompts for a password.
    ///
    /// - Parameters:
    ///   - pem: The PEM text, at most 256 KiB.
    ///   - password: The password of an encrypted key. It is ignored if the key is not encrypted.
    ///   - algorithm: The algorithm to sign with. Required for an RSA key. A key of any other type fits only one
    ///     algorithm.
    ///   - id: The ID of the key. By default, the key's thumbprint (RFC 7638).
    ///   - conditions: The conditions under which products trust the key. By default, every issuer at any time, in
    ///     production.
    ///   - context: The libcrypto context to use the key in.
    /// - Throws: ``SigningKeyError`` if the text, the password or the key is invalid.
    public convenience init(
        pem: SecretBytes,
        password: SecretBytes? = nil,
        algorithm: SignatureAlgorithm? = nil,
        id: KeyID? = nil,
        conditions: KeyConditions = .unrestricted,
        context: OpenSSLContext = .isolated
    ) throws(SigningKeyError) {
        let library = try Self.library(context)
        var (info, isEncrypted) = try Self.decodePEM(pem)
        if isEncrypted {
            guard let password else {
                throw SigningKeyError(.passwordMissing, "The private key is encrypted. Provide its password.")
            }
            try info.withBytes(PasswordScheme.check)
            guard let decrypted = PrivateKey.decrypt(info, password: password, library: library) else {
                throw SigningKeyError(
                    .passwordWrong,
                    "The private key cannot be decrypted. Check the password, and that this machine's libcrypto supports"
                        + " the key's cipher and hash."
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

    /// Returns the private key in PEM format (PKCS#8, RFC 5958), encrypted with a password.
    ///
    /// The encryption is PBES2 with AES-256-CBC, and PBKDF2 with HMAC-SHA-256 and 600,000 rounds. PEM contains neither
    /// the ID nor the conditions of the key. To keep them, use ``privateJWK()``.
    ///
    /// - Parameter password: The password to encrypt the key with.
    /// - Returns: The PEM text, with a trailing newline.
    /// - Throws: ``SigningKeyError`` if libcrypto cannot encrypt the key.
    public func pem(encryptedWith password: SecretBytes) throws(SigningKeyError) -> SecretBytes {
        let info = try self.privateKeyInfo()
        guard let encrypted = PrivateKey.encrypt(info, password: password, library: self.privateKey.library) else {
            throw SigningKeyError(.unavailable, "libcrypto cannot encrypt the key '\(self.id)'.")
        }
        return Self.encodePEM(encrypted, label: "ENCRYPTED PRIVATE KEY")
    }

    /// Returns the private key in PEM format (PKCS#8, RFC 5958) without encryption.
    ///
    /// Anyone who can read the text can sign with the key. PEM contains neither the ID nor the conditions of the key.
    /// To keep them, use ``privateJWK()``.
    ///
    /// - Returns: The PEM text, with a trailing newline.
    /// - Throws: ``SigningKeyError`` if libcrypto does not return the private numbers.
    public func unencryptedPEM() throws(SigningKeyError) -> SecretBytes {
        Self.encodePEM(try self.privateKeyInfo(), label: "PRIVATE KEY")
    }

    private static func encodePEM(_ info: SecretBytes, label: String) -> SecretBytes {
        SecretBytes(joining: [
            SecretBytes("-----BEGIN \(label)-----\n"), SecretEncoding.base64(info, lines: true),
            SecretBytes("-----END \(label)-----\n"),
        ])
    }

    /// The public half in PEM format (SubjectPublicKeyInfo, RFC 7468), with a trailing newline.
    ///
    /// PEM contains neither the ID nor the conditions of the key, so a product that reads it must specify them. To keep
    /// them, use ``publicJWK``.
    public var publicPEM: String {
        let info = SecretEncoding.base64(SecretBytes(self.material.subjectPublicKeyInfo), lines: true)
        return "-----BEGIN PUBLIC KEY-----\n\(info.text)-----END PUBLIC KEY-----\n"
    }

    /// Returns the key's PrivateKeyInfo (RFC 5958).
    ///
    /// This does not use libcrypto's encoder, because libcrypto 3.0 leaves copies of the key in freed memory.
    private func privateKeyInfo() throws(SigningKeyError) -> SecretBytes {
        let numbers = try self.privateNumbers().map(\.number)
        let key: SecretBytes
        switch self.material {
        case .ed25519:
            // CurvePrivateKey (RFC 8410, section 7).
            key = SecretEncoding.element(0x04, numbers)
        case .point(_, let x, let y):
            // ECPrivateKey (RFC 5915, section 3).
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
            // A trailing newline is optional.
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
                    "The text must be a single PEM block 'PRIVATE KEY' or 'ENCRYPTED PRIVATE KEY'. Export the key with"
                        + " 'openssl pkcs8 -topk8'."
                )
            }
            // An array that grows leaves copies in freed memory, so reserve all of its capacity first.
            var body: [UInt8] = []
            body.reserveCapacity(text.count)
            for line in lines.dropFirst().dropLast() {
                body += line
            }
            defer { body.overwrite() }
            guard var der = Base64.decodePadded(body) else {
                throw SigningKeyError(.malformed, "The base64 of the private key is invalid. Export the key again.")
            }
            return (SecretBytes(moving: &der), label.utf8.first == UInt8(ascii: "E"))
        }
    }

    /// The maximum size of a key text in bytes: 256 KiB.
    static let maximumSize = 256 * 1_024

    static let tooLarge = SigningKeyError(
        .tooLarge,
        "The key text is larger than 256 KiB. Check that it is a key file."
    )
}
