package import LicenseModel

/// A digest algorithm of a license file's signature, with its names (RFC 5754, RFC 8017).
package struct VendorDigest: Sendable {
    /// The name that libcrypto uses.
    package let name: String

    /// The names in the header of a message: `micalg` (RFC 8551, section 3.5.3.2).
    package let messageNames: [String]

    /// The OBJECT IDENTIFIER of the digest, in DER without tag and length.
    package let identifier: [UInt8]

    /// The OBJECT IDENTIFIER of the signature algorithm with this digest.
    package let signatureIdentifier: [UInt8]

    /// The size of the digest in bytes.
    package let size: Int

    /// The algorithm of the license: RSASSA-PKCS1-v1_5 with this digest (RFC 7518, section 3.3; RFC 8812, section 2).
    package let algorithm: SignatureAlgorithm

    /// Creates a digest from its names.
    package init(
        name: String,
        messageNames: [String],
        identifier: [UInt8],
        signatureIdentifier: [UInt8],
        size: Int,
        algorithm: SignatureAlgorithm
    ) {
        self.name = name
        self.messageNames = messageNames
        self.identifier = identifier
        self.signatureIdentifier = signatureIdentifier
        self.size = size
        self.algorithm = algorithm
    }

    /// SHA-1, for which OpenSSL writes a name without the hyphen.
    package static let sha1 = VendorDigest(
        name: "SHA1",
        messageNames: ["sha1", "sha-1"],
        identifier: [0x2B, 0x0E, 0x03, 0x02, 0x1A],
        signatureIdentifier: Self.rsa + [0x05],
        size: 20,
        algorithm: SignatureAlgorithm(rawValue: "RS1")
    )

    /// The digest algorithm SHA-256 (FIPS 180-4).
    package static let sha256 = VendorDigest(
        name: "SHA256",
        messageNames: ["sha-256"],
        identifier: Self.sha2 + [0x01],
        signatureIdentifier: Self.rsa + [0x0B],
        size: 32,
        algorithm: .rs256
    )

    /// The digest algorithm SHA-384 (FIPS 180-4).
    package static let sha384 = VendorDigest(
        name: "SHA384",
        messageNames: ["sha-384"],
        identifier: Self.sha2 + [0x02],
        signatureIdentifier: Self.rsa + [0x0C],
        size: 48,
        algorithm: SignatureAlgorithm(rawValue: "RS384")
    )

    /// The digest algorithm SHA-512 (FIPS 180-4).
    package static let sha512 = VendorDigest(
        name: "SHA512",
        messageNames: ["sha-512"],
        identifier: Self.sha2 + [0x03],
        signatureIdentifier: Self.rsa + [0x0D],
        size: 64,
        algorithm: SignatureAlgorithm(rawValue: "RS512")
    )

    /// The digests that a file can have.
    package static let all = [Self.sha256, Self.sha384, Self.sha512, Self.sha1]

    /// The signature algorithm that does not name its digest, `rsaEncryption` (RFC 5754, section 3.2).
    package static let rsaEncryption: [UInt8] = Self.rsa + [0x01]

    /// The common start of the identifiers of SHA-2.
    private static let sha2: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02]

    /// The common start of the identifiers of RSA, PKCS #1.
    private static let rsa: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01]
}

extension VendorDigest {
    /// Returns the digest that every part of a file agrees on.
    ///
    /// - Throws: `LicenseError` with `malformed` if two parts name different digests, or with `unsupportedAlgorithm` if
    ///   they name one that is not supported.
    static func agreed(by data: SignedData, messageName: String) throws(LicenseError) -> VendorDigest {
        let bytes = data.bytes
        try VendorFileRule.sameSignerDigest.require(bytes[data.digest] == bytes[data.signerDigest])
        let known = self.all.first { $0.identifier[...] == bytes[data.signerDigest] }
        let digest = try VendorFileRule.knownDigest.unwrap(known)
        try VendorFileRule.sameDigest.require(digest.messageNames.contains(messageName))
        try VendorFileRule.digestSize.require(data.messageDigest.count == digest.size)

        let algorithm = bytes[data.signatureAlgorithm]
        let isKnown =
            algorithm == self.rsaEncryption[...] || self.all.contains { $0.signatureIdentifier[...] == algorithm }
        try VendorFileRule.knownSignature.require(isKnown)
        // Only an algorithm that is known has none (RFC 5754, section 3.2).
        try VendorFileRule.parameters.require(!data.hasSignatureParameters)
        let isSame = algorithm == self.rsaEncryption[...] || algorithm == digest.signatureIdentifier[...]
        try VendorFileRule.sameSignatureDigest.require(isSame)
        return digest
    }
}
