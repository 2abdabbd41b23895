public import LicenseModel

extension TrustedKey {
    /// Creates a trusted key from a PEM public key (RFC 7468).
    ///
    /// The text must be a single `PUBLIC KEY` block, which contains a SubjectPublicKeyInfo, without any text around it.
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
        // A trailing newline does not start another line.
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
                "The text is not a single PEM block of the type 'PUBLIC KEY'. Export only the public key,"
                    + " for example with 'openssl pkey -pubin -in KEY -outform PEM'."
            )
        }
        return der
    }
}
