package import ZStackLicensing

/// The signed data (CMS, RFC 5652) of a test file, in parts that a test can replace by others.
///
/// Each part is an encoding. Nothing is checked, so that a test can make what a reader must refuse.
package struct TestSignedData: Sendable {
    /// The OBJECT IDENTIFIERs of the types and attributes, in DER without tag and length.
    package enum Name {
        /// The start of all identifiers of PKCS #7 and PKCS #9.
        private static let pkcs: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01]

        package static let data = Self.pkcs + [0x07, 0x01]
        package static let signedData = Self.pkcs + [0x07, 0x02]
        package static let contentType = Self.pkcs + [0x09, 0x03]
        package static let messageDigest = Self.pkcs + [0x09, 0x04]
        package static let signingTime = Self.pkcs + [0x09, 0x05]
    }

    /// A SignerInfo (RFC 5652, section 5.3).
    package struct Signer: Sendable {
        package var version = TestDER.integer(1)
        package var name = TestVendorKey.signerName
        package var digest: [UInt8]
        /// The signed attributes, each an encoding of its own.
        package var attributes: [[UInt8]]
        /// What precedes the attributes in the element: its tag.
        package var attributesTag: UInt8 = 0xA0
        package var algorithm = TestDER.algorithm(VendorDigest.rsaEncryption)
        package var signature: [UInt8] = []
        /// What follows the signature, such as unsigned attributes.
        package var rest: [UInt8] = []

        package var encoding: [UInt8] {
            let attributes = self.attributes.flatMap(\.self)
            return TestDER.sequence(
                self.version,
                self.name,
                self.digest,
                self.attributes.isEmpty ? [] : TestDER.element(self.attributesTag, attributes),
                self.algorithm,
                TestDER.element(0x04, self.signature),
                self.rest
            )
        }
    }

    package var type = Name.signedData
    package var version = TestDER.integer(1)
    package var digests: [[UInt8]]
    package var content = TestDER.sequence(TestDER.identifier(Name.data))
    package var certificates = TestDER.element(0xA0, TestVendorKey.certificate)
    /// What follows the certificates, such as revocation lists.
    package var lists: [UInt8] = []
    package var signer: Signer
    /// The SignerInfos before and after ``signer``.
    package var otherSigners: (before: [[UInt8]], after: [[UInt8]]) = ([], [])

    /// What follows the SignerInfos, the signed data, its type, and the whole.
    package var rests: (signers: [UInt8], data: [UInt8], content: [UInt8], file: [UInt8]) = ([], [], [], [])

    /// Creates signed data without a signature.
    ///
    /// - Parameters:
    ///   - digest: The digest algorithm.
    ///   - value: The digest of the signed text.
    package init(_ digest: VendorDigest, value: [UInt8]) {
        let algorithm = TestDER.algorithm(digest.identifier)
        self.digests = [algorithm]
        self.signer = Signer(
            digest: algorithm,
            attributes: [
                Self.attribute(Name.contentType, TestDER.identifier(Name.data)),
                Self.attribute(Name.signingTime, TestDER.element(0x17, Array("240101000000Z".utf8))),
                Self.attribute(Name.messageDigest, TestDER.element(0x04, value)),
            ]
        )
    }

    /// Returns an attribute with some values.
    package static func attribute(_ type: [UInt8], _ values: [UInt8]...) -> [UInt8] {
        TestDER.sequence(TestDER.identifier(type), TestDER.set(values))
    }

    /// The bytes that are signed: the attributes as a SET OF (RFC 5652, section 5.4).
    package var signedBytes: [UInt8] {
        TestDER.set(self.signer.attributes)
    }

    package var encoding: [UInt8] {
        let signers = self.otherSigners.before + [self.signer.encoding] + self.otherSigners.after
        let data = TestDER.sequence(
            self.version,
            TestDER.set(self.digests),
            self.content,
            self.certificates,
            self.lists,
            TestDER.set(signers),
            self.rests.signers
        )
        return TestDER.sequence(
            TestDER.identifier(self.type),
            TestDER.element(0xA0, data, self.rests.data),
            self.rests.content
        ) + self.rests.file
    }
}
