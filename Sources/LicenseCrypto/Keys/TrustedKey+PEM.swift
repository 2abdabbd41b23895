public import LicenseModel

extension TrustedKey {
    /// Reads a public key in PEM (RFC 7468): one block `PUBLIC KEY`, a SubjectPublicKeyInfo, and nothing else.
    ///
    /// - Parameters:
    ///   - pem: The text.
    ///   - algorithm: What the key is for. An RSA key needs it, for others it follows from the key.
    ///   - id: The key's id. By default its thumbprint (RFC 7638).
    ///   - conditions: What the key is trusted for. By default any issuer and time, in production.
    ///   - context: Which of libcrypto's contexts the key is checked and used in.
    /// - Throws: ``TrustedKeyError`` where the text or the key is refused.
    public init(
        pem: String,
        algorithm: SignatureAlgorithm? = nil,
        id: KeyID? = nil,
        conditions: KeyConditions = .unrestricted,
        context: LibraryContext = .isolated
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
        // The newline at the end, if it is there, starts no line.
        let lines = text.dropLast(text.last == UInt8(ascii: "\n") ? 1 : 0)
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
        guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }),
            lines[0].elementsEqual("-----BEGIN PUBLIC KEY-----".utf8),
            lines[lines.count - 1].elementsEqual("-----END PUBLIC KEY-----".utf8),
            let der = Base64.decodePadded(Array(lines[1..<(lines.count - 1)].joined()))
        else {
            throw TrustedKeyError(
                .malformed,
                "The text is not one PEM block 'PUBLIC KEY' and nothing else. Export the public key alone,"
                    + " for example with 'openssl pkey -pubin -in KEY -outform PEM'."
            )
        }
        return der
    }
}
