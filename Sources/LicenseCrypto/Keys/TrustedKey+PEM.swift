public import LicenseModel

extension TrustedKey {
    /// Creates a trusted key from a PEM public key (RFC 7468).
    ///
    /// The text must be a single `PUBLIC KEY` block, which contains a SubjectPublicKeyInfo, without any text around it other
    /// than a byte order mark at its start.
    ///
    /// - Parameters:
    ///   - pem: The PEM text, at most 256 KiB.
    ///   - algorithm: The algorithm that the key is for. Required for an RSA key. A key of any other type fits only one
    ///     algorithm.
    ///   - id: The key ID. By default, the key's thumbprint (RFC 7638).
    ///   - conditions: The conditions under which the key is trusted. By default, every issuer at any time, in
    ///     production.
    ///   - context: The libcrypto context to validate and use the key in.
    /// - Throws: ``TrustedKeyError`` if the text or the key is refused.
    public init(
        pem: String,
        algorithm: SignatureAlgorithm? = nil,
        id: KeyID? = nil,
        conditions: KeyConditions = .unrestricted,
        context: OpenSSLContext = .isolated
    ) throws(TrustedKeyError) {
        try self.init(
            try KeyMaterial(subjectPublicKeyInfo: Self.decodePEM(Array(pem.utf8))),
            algorithm: algorithm,
            id: id,
            conditions: conditions,
            context: context
        )
    }

    private static func decodePEM(_ text: [UInt8]) throws(TrustedKeyError) -> [UInt8] {
        guard text.count <= TrustedKeys.maximumSize else {
            throw TrustedKeys.tooLarge
        }
        guard let der = self.subjectPublicKeyInfo(inPEM: text) else {
            throw MistakenKeyText.error(
                for: text,
                or: TrustedKeyError(.malformed, .notPEM)
            )
        }
        return der
    }

    /// Returns whether a text can only be a key in PEM: it starts with a hyphen, which a byte order mark can precede.
    static func isPEM(_ text: String) -> Bool {
        let start = Array(text.utf8.prefix(4))[...]
        return start.hasPrefix("-") || start.hasPrefix("\u{FEFF}-")
    }

    /// Returns the content of the text's single PEM block, or `nil` if the text has any other form.
    static func subjectPublicKeyInfo(inPEM text: [UInt8]) -> [UInt8]? {
        let block = text[...].hasPrefix("\u{FEFF}") ? text.dropFirst(3) : text[...]
        // A trailing newline does not start another line.
        let lines = block.dropLast(block.last == UInt8(ascii: "\n") ? 1 : 0)
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }),
            lines[0].isEqual(to: "-----BEGIN PUBLIC KEY-----"),
            lines[lines.count - 1].isEqual(to: "-----END PUBLIC KEY-----")
        else {
            return nil
        }
        return Base64.decodePadded(Array(lines[1..<(lines.count - 1)].joined()))
    }
}
