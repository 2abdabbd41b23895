public import LicenseCrypto
public import LicenseModel

/// Reads the license files that the platform's vendor signs: S/MIME messages with an RSA signature.
///
/// Give its ``format`` to a verifier, which then reads these files and license tokens alike:
///
/// ```swift
/// let reader = try VendorLicenseReader(
///     trusting: vendorKey,
///     issuer: try ClaimString("ZStack"),
///     product: ProductCatalog.zstack.product,
///     environment: .production
/// )
/// let verifier = LicenseVerifier(trusting: keys, catalog: .zstack, formats: [reader.format])
/// ```
///
/// The vendor's key is embedded in the product, as every trusted key is. The certificates in a file, their chain, names and
/// dates decide nothing. A file has no issuer and no audience, so the product names both.
///
/// The checks run in a fixed order and stop at the first failure: the form of the message, the form of the signature, the
/// algorithms, the signature over the signed attributes, and the digest of the license. Nothing of the license is decoded
/// before all of these hold. `Documentation/VendorFiles.md` lists the rules.
public struct VendorLicenseReader: Sendable {
    /// The key that signs the files.
    ///
    /// Its ID is its thumbprint (RFC 7638).
    package let key: TrustedKey

    /// The issuer of each license, because the files do not name it.
    package let issuer: ClaimString

    /// The product that each license is for, because the files do not name it.
    package let product: ProductID

    /// Whether signatures with SHA-1 are accepted, which the vendor made until 2017.
    package let allowsSHA1: Bool

    /// What the type numbers in the files mean.
    ///
    /// A license with another number is refused.
    package let types: [Int: VendorLicenseType]

    /// The library that makes the digests.
    private let library: CryptoLibrary

    /// What verifies the signatures with each digest.
    private let verifications: [SignatureAlgorithm: PreparedVerification]

    /// Creates a reader for the files that one key signs.
    ///
    /// - Parameters:
    ///   - pem: The vendor's public key: one PEM block `PUBLIC KEY` with an RSA key of 2,048 to 4,096 bits and the exponent
    ///     65537. To get it from a certificate, use `openssl x509 -pubkey -noout -in FILE`.
    ///   - issuer: The issuer of each license.
    ///   - product: The product that each license is for.
    ///   - environment: The environment that the key signs for. A verifier refuses licenses of the test environment unless
    ///     you configure it to accept them.
    ///   - allowsSHA1: Whether to accept signatures with SHA-1. People can make two texts with one SHA-1 digest, so accept
    ///     it only if your customers have licenses that are signed with it.
    ///   - types: What the type numbers in the files mean.
    ///   - context: The libcrypto context to validate and use the key in.
    /// - Throws: `TrustedKeyError` if the text or the key is refused.
    public init(
        trusting pem: String,
        issuer: ClaimString,
        product: ProductID,
        environment: KeyEnvironment,
        allowsSHA1: Bool = false,
        types: [Int: VendorLicenseType] = VendorLicenseType.published,
        context: OpenSSLContext = .isolated
    ) throws(TrustedKeyError) {
        self.key = try Self.key(pem, environment, context)
        guard let library = CryptoLibrary.shared(context) else {
            // The key could be loaded, so this never happens.
            throw TrustedKeyError(.unavailable, message: "libcrypto could not be initialized.")
        }
        self.library = library
        self.issuer = issuer
        self.product = product
        self.allowsSHA1 = allowsSHA1
        self.types = types
        var verifications: [SignatureAlgorithm: PreparedVerification] = [:]
        for digest in VendorDigest.all {
            let scheme = SignatureScheme("RSA", digest.name, .pkcs1, .plain)
            // A library that forbids SHA-1 is no reason to refuse the key.
            verifications[digest.algorithm] = self.key.verification(by: scheme)
        }
        self.verifications = verifications
    }

    private static func key(
        _ pem: String,
        _ environment: KeyEnvironment,
        _ context: OpenSSLContext
    ) throws(TrustedKeyError) -> TrustedKey {
        do {
            let conditions = KeyConditions(issuer: .any, validity: .always, environment: environment)
            return try TrustedKey(pem: pem, algorithm: .rs256, conditions: conditions, context: context)
        } catch  where error.code == .unsupported {
            throw TrustedKeyError(
                .unsupported,
                message: LocalizedText(
                    "The vendor's key must be an RSA key of 2048 to 4096 bits with the exponent 65537. Use the key that signs the"
                        + " vendor's license files.",
                    [.simplifiedChinese: "厂商密钥必须是2048至4096位、指数为65537的RSA密钥。请使用签署厂商许可证文件的密钥。"]
                )
            )
        }
    }

    /// The format to give to a verifier.
    ///
    /// It reads each file whose first line is `MIME-Version: 1.0`, and refuses it if it is anything but a license of the
    /// vendor.
    public var format: LicenseFormat {
        LicenseFormat(
            name: "license file of the platform (S/MIME)",
            recognizes: Self.recognizes,
            read: { contents throws(LicenseError) in try self.read(contents) }
        )
    }

    /// Returns whether the first line of a file is that of a vendor's file, whatever ends the line.
    private static func recognizes(_ contents: [UInt8]) -> Bool {
        let mark = FileLines.byteOrderMark
        let text = contents.starts(with: mark) ? contents.dropFirst(mark.count) : contents[...]
        guard text.starts(with: SignedMessage.firstLine) else {
            return false
        }
        let next = text.dropFirst(SignedMessage.firstLine.count).first
        return next == nil || next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")
    }

    /// Verifies a file and reads its license.
    private func read(_ contents: [UInt8]) throws(LicenseError) -> License {
        let message = try SignedMessage(contents)
        let data = try SignedData(message.signature)
        let digest = try VendorDigest.agreed(by: data, messageName: message.digestName)
        try VendorFileRule.noSHA1.require(self.allowsSHA1 || digest.algorithm != VendorDigest.sha1.algorithm)
        try self.verify(message, data, digest)
        return try VendorPayload(message.payload)
            .license(
                in: VendorPayload.Context(
                    issuer: self.issuer,
                    product: self.product,
                    types: self.types,
                    key: self.key,
                    algorithm: digest.algorithm,
                    sha256: { bytes throws(LicenseError) in
                        try VendorFileRule.available.unwrap(self.library.sha256(bytes))
                    }
                )
            )
    }

    /// Verifies the signature over the signed attributes, and then the digest in them (RFC 5652, sections 5.4 and 5.6).
    private func verify(_ message: SignedMessage, _ data: SignedData, _ digest: VendorDigest) throws(LicenseError) {
        // What is signed is the encoding of the attributes as a SET OF, and not that of the element in the file.
        let signedBytes = [0x31] + data.bytes[data.attributes].dropFirst()
        let signature = Array(data.bytes[data.signature])
        let verification = try VendorFileRule.knownDigest.unwrap(self.verifications[digest.algorithm])
        let isValid = verification.checkSignature(signature, over: signedBytes[...])
        try VendorFileRule.signature.require(try VendorFileRule.available.unwrap(isValid))

        let computed = self.library.digest(digest.name, message.signedText)
        let isSame = try VendorFileRule.available.unwrap(computed)[...] == data.bytes[data.messageDigest]
        try VendorFileRule.digest.require(isSame)
    }
}
