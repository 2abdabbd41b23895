import LicenseCrypto
import LicenseIssuing
import LicenseModel
import ZStackLicensing
import ZStackLicensingTesting

// Variants of the signature, whose license is unchanged.
extension VendorVariant {
    private static func data(
        _ edit: @escaping @Sendable (inout TestSignedData) -> Void
    ) -> @Sendable (inout TestMessage) -> Void {
        { $0.editData = edit }
    }

    private static func encoding(
        _ edit: @escaping @Sendable (inout [UInt8]) -> Void
    ) -> @Sendable (inout TestMessage) -> Void {
        { $0.editEncoding = edit }
    }

    private static let null = [UInt8]([0x05, 0x00])
    private static let md5 = VendorDigest(
        name: "MD5",
        messageNames: ["md5"],
        identifier: [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x05],
        signatureIdentifier: [],
        size: 16,
        algorithm: .rs256
    )
    private static let sha224 = VendorDigest(
        name: "SHA224",
        messageNames: ["sha-224"],
        identifier: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x04],
        signatureIdentifier: [],
        size: 28,
        algorithm: .rs256
    )
    /// ecdsa-with-SHA256.
    private static let ecdsa: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02]
    /// RSASSA-PSS.
    private static let pss: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A]

    /// The attribute at an index with other contents.
    private static func attribute(_ index: Int, _ attribute: [UInt8]) -> @Sendable (inout TestMessage) -> Void {
        self.data { $0.signer.attributes[index] = attribute }
    }

    /// Returns an edit that gives the attribute for the time of signing another value.
    private static func value(_ value: [UInt8]) -> @Sendable (inout TestMessage) -> Void {
        self.data { data in
            data.signer.attributes[1] = TestSignedData.attribute(TestSignedData.Name.signingTime, value)
            data.signer.attributes.sort { $0.lexicographicallyPrecedes($1) }
        }
    }

    private static let contentType = TestSignedData.attribute(
        TestSignedData.Name.contentType,
        TestDER.identifier(TestSignedData.Name.data)
    )

    static let encodings: [VendorVariant] = [
        VendorVariant("bytes after the signature", .nothingMore, Self.encoding { $0 += [0, 0] }),
        VendorVariant("another element after the signature", .nothingMore, Self.data { $0.rests.file = Self.null }),
        VendorVariant("an element after the content", .nothingMore, Self.data { $0.rests.content = Self.null }),
        VendorVariant("an element after the signed data", .nothingMore, Self.data { $0.rests.data = Self.null }),
        VendorVariant("an element after the signers", .nothingMore, Self.data { $0.rests.signers = Self.null }),
        VendorVariant(
            "an indefinite length",
            .elementLength,
            Self.encoding { $0 = [0x30, 0x80] + $0.dropFirst(4) + [0, 0] }
        ),
        VendorVariant(
            "an indefinite length inside",
            .elementLength,
            Self.data {
                $0.content = [0x30, 0x80] + TestDER.identifier(TestSignedData.Name.data) + [0, 0]
            }
        ),
        VendorVariant(
            "a length in two bytes in place of one",
            .elementLength,
            Self.data { $0.version = [0x02, 0x81, 0x01, 0x01] }
        ),
        VendorVariant(
            "a length in three bytes in place of one",
            .elementLength,
            Self.data { $0.version = [0x02, 0x82, 0x00, 0x01, 0x01] }
        ),
        VendorVariant(
            "a length in three bytes in place of two",
            .elementLength,
            Self.data {
                $0.certificates = [0xA0, 0x83, 0x00, 0x01, 0x00] + [UInt8](repeating: 0, count: 256)
            }
        ),
        VendorVariant("a length of 127 bytes", .elementLength, Self.data { $0.version = [0x02, 0xFF] }),
        VendorVariant("a truncated signature", .elementEnd, Self.encoding { $0.removeLast() }),
        VendorVariant("a signature that ends in a length", .elementEnd, Self.encoding { $0 = [0x30, 0x82, 0x01] }),
        VendorVariant("a signature of one byte", .elementEnd, Self.encoding { $0 = [0x30] }),
        VendorVariant(
            "an element longer than the one around it",
            .elementEnd,
            Self.data { $0.content = [0x30, 0x0B, 0x06, 0x0A] + TestSignedData.Name.data }
        ),
        VendorVariant("a tag in two bytes", .elementTag, Self.data { $0.version = [0x1F, 0x02, 0x01] }),
        VendorVariant("an end of contents", .elementTag, Self.data { $0.version = [0x00, 0x00] }),
        VendorVariant("a SET in place of a SEQUENCE", .elementTag, Self.encoding { $0[0] = 0x31 }),
        VendorVariant("a constructed INTEGER", .elementTag, Self.data { $0.version[0] = 0x22 }),
        VendorVariant(
            "an identifier that is not in its shortest form",
            .identifierForm,
            Self.data {
                $0.content = TestDER.sequence(TestDER.identifier([0x80] + TestSignedData.Name.data))
            }
        ),
        VendorVariant(
            "an identifier that does not end",
            .identifierForm,
            Self.data {
                $0.content = TestDER.sequence(TestDER.identifier([0x2A, 0x86]))
            }
        ),
        VendorVariant(
            "an empty identifier",
            .identifierForm,
            Self.data { $0.content = TestDER.sequence(TestDER.identifier([])) }
        ),
        VendorVariant(
            "a serial number with a zero before it",
            .valueForm,
            Self.data { $0.signer.name = TestDER.sequence(TestDER.sequence(), TestDER.element(0x02, [0, 5])) }
        ),
        VendorVariant(
            "a serial number with a sign before it",
            .valueForm,
            Self.data { $0.signer.name = TestDER.sequence(TestDER.sequence(), TestDER.element(0x02, [0xFF, 0xFF])) }
        ),
        VendorVariant(
            "a serial number without a byte",
            .valueForm,
            Self.data { $0.signer.name = TestDER.sequence(TestDER.sequence(), TestDER.element(0x02, [])) }
        ),
        VendorVariant(
            "a SET in the signer's name that is not constructed",
            .valueForm,
            Self.data { $0.signer.name = TestDER.sequence(TestDER.sequence([0x11, 0x00]), TestDER.integer(7)) }
        ),
        VendorVariant("a constructed text as a value", .valueForm, Self.value([0x2C, 0x00])),
        VendorVariant("a BOOLEAN of 5 as a value", .valueForm, Self.value([0x01, 0x01, 0x05])),
        VendorVariant("a NULL with a byte as a value", .valueForm, Self.value([0x05, 0x01, 0x00])),
        VendorVariant("an identifier that does not end, as a value", .valueForm, Self.value([0x06, 0x01, 0x80])),
        VendorVariant("enveloped data", .outerType, Self.data { $0.type = Array($0.type.dropLast()) + [0x03] }),
    ]

    static let signatures: [VendorVariant] = [
        VendorVariant("version 3", .dataVersion, Self.data { $0.version = TestDER.integer(3) }),
        VendorVariant(
            "a version of two bytes",
            .dataVersion,
            Self.data { $0.version = TestDER.element(0x02, [0, 1]) }
        ),
        VendorVariant("no digest algorithm", .elementEnd, Self.data { $0.digests = [] }),
        VendorVariant("two digest algorithms", .oneDigest, Self.data { $0.digests += $0.digests }),
        VendorVariant(
            "parameters of the digest algorithm",
            .parameters,
            Self.data {
                $0.digests = [TestDER.algorithm(VendorDigest.sha256.identifier, parameters: TestDER.integer(0))]
            }
        ),
        VendorVariant(
            "a NULL that is not empty",
            .parameters,
            Self.data {
                $0.digests = [TestDER.algorithm(VendorDigest.sha256.identifier, parameters: [0x05, 0x01, 0x00])]
            }
        ),
        VendorVariant(
            "two parameters",
            .nothingMore,
            Self.data {
                $0.digests = [TestDER.algorithm(VendorDigest.sha256.identifier, parameters: Self.null + Self.null)]
            }
        ),
        VendorVariant(
            "another type of content",
            .innerType,
            Self.data {
                $0.content = TestDER.sequence(TestDER.identifier(TestSignedData.Name.signedData))
            }
        ),
        VendorVariant(
            "content inside the signature",
            .noContent,
            Self.data {
                $0.content = TestDER.sequence(
                    TestDER.identifier(TestSignedData.Name.data),
                    TestDER.element(0xA0, TestDER.element(0x04, Array("{}".utf8)))
                )
            }
        ),
        VendorVariant("a revocation list", .noRevocationLists, Self.data { $0.lists = TestDER.element(0xA1) }),
        VendorVariant("certificates twice", .noRevocationLists, Self.data { $0.lists = $0.certificates }),
        VendorVariant(
            "no signer",
            .elementEnd,
            Self.encoding { encoding in
                let data = TestDER.sequence(
                    TestDER.integer(1),
                    TestDER.set([TestDER.algorithm(VendorDigest.sha256.identifier)]),
                    TestDER.sequence(TestDER.identifier(TestSignedData.Name.data)),
                    TestDER.set([])
                )
                encoding = TestDER.sequence(
                    TestDER.identifier(TestSignedData.Name.signedData),
                    TestDER.element(0xA0, data)
                )
            }
        ),
        VendorVariant("the signer twice", .oneSigner) {
            $0.editSignedData = { $0.otherSigners.after = [$0.signer.encoding] }
        },
        VendorVariant("another signer before", .oneSigner) {
            $0.editSignedData = { data in
                var other = data.signer
                other.signature = [UInt8](repeating: 1, count: 256)
                data.otherSigners.before = [other.encoding]
            }
        },
        VendorVariant("a signer of version 3", .signerVersion, Self.data { $0.signer.version = TestDER.integer(3) }),
        VendorVariant(
            "a signer named by its key",
            .elementTag,
            Self.data { $0.signer.name = TestDER.element(0x80, [1, 2, 3]) }
        ),
        VendorVariant(
            "a signer without a serial number",
            .elementEnd,
            Self.data {
                $0.signer.name = TestDER.sequence(TestDER.sequence())
            }
        ),
        VendorVariant(
            "a signer with more than a serial number",
            .nothingMore,
            Self.data {
                $0.signer.name = TestDER.sequence(TestDER.sequence(), TestDER.integer(7), Self.null)
            }
        ),
        VendorVariant("no signed attributes", .elementTag, Self.data { $0.signer.attributes = [] }),
        VendorVariant(
            "signed attributes with the tag of a SET",
            .elementTag,
            Self.data { $0.signer.attributesTag = 0x31 }
        ),
        VendorVariant("an unsigned attribute", .noUnsignedAttributes) {
            $0.editSignedData = { $0.signer.rest = TestDER.element(0xA1, Self.contentType) }
        },
        VendorVariant("an element after the signer", .noUnsignedAttributes, Self.data { $0.signer.rest = Self.null }),
        VendorVariant("a signature that is a BIT STRING", .elementTag) {
            $0.editEncoding = { $0.replace([0x04, 0x82, 0x01, 0x00], by: [0x03, 0x82, 0x01, 0x00]) }
        },
    ]

    static let attributes: [VendorVariant] = [
        VendorVariant(
            "a value with a tag in two bytes",
            .elementTag,
            Self.attribute(
                1,
                TestSignedData.attribute(
                    TestSignedData.Name.signingTime,
                    [0x1F, 0x0F] + [UInt8](repeating: 0, count: 15)
                )
            )
        ),
        VendorVariant(
            "a value that is an end of contents",
            .elementTag,
            Self.data { data in
                data.signer.attributes[1] = TestSignedData.attribute(TestSignedData.Name.signingTime, [0x00, 0x00])
                data.signer.attributes.sort { $0.lexicographicallyPrecedes($1) }
            }
        ),
        VendorVariant("attributes in another order", .attributeOrder, Self.data { $0.signer.attributes.swapAt(0, 1) }),
        VendorVariant(
            "an attribute that is repeated",
            .attributeOnce,
            Self.data {
                $0.signer.attributes.insert($0.signer.attributes[0], at: 0)
            }
        ),
        VendorVariant(
            "two digests",
            .attributeOnce,
            Self.data { data in
                let other = TestSignedData.attribute(
                    TestSignedData.Name.messageDigest,
                    TestDER.element(0x04, [UInt8](repeating: 0xFF, count: 32))
                )
                data.signer.attributes.append(other)
            }
        ),
        VendorVariant(
            "an attribute without a value",
            .elementEnd,
            Self.attribute(0, TestSignedData.attribute(TestSignedData.Name.contentType))
        ),
        VendorVariant(
            "an attribute with two values",
            .oneValue,
            Self.data { data in
                let type = TestDER.identifier(TestSignedData.Name.data)
                data.signer.attributes[0] = TestSignedData.attribute(TestSignedData.Name.contentType, type, type)
                data.signer.attributes.sort { $0.lexicographicallyPrecedes($1) }
            }
        ),
        VendorVariant(
            "an attribute with more than values",
            .nothingMore,
            Self.attribute(
                0,
                TestDER.sequence(
                    TestDER.identifier(TestSignedData.Name.contentType),
                    TestDER.set([TestDER.identifier(TestSignedData.Name.data)]),
                    Self.null
                )
            )
        ),
        VendorVariant(
            "an attribute that is a SET",
            .elementTag,
            Self.data { $0.signer.attributes.append([0x31, 0x00]) }
        ),
        VendorVariant(
            "values that are a SEQUENCE",
            .elementTag,
            Self.attribute(
                0,
                TestDER.sequence(
                    TestDER.identifier(TestSignedData.Name.contentType),
                    TestDER.sequence(TestDER.identifier(TestSignedData.Name.data))
                )
            )
        ),
        VendorVariant("no content type", .hasContentType, Self.data { $0.signer.attributes.remove(at: 0) }),
        VendorVariant(
            "another content type",
            .contentType,
            Self.attribute(
                0,
                TestSignedData.attribute(
                    TestSignedData.Name.contentType,
                    TestDER.identifier(TestSignedData.Name.signedData)
                )
            )
        ),
        VendorVariant(
            "a content type that is no identifier",
            .contentType,
            Self.attribute(
                0,
                TestSignedData.attribute(
                    TestSignedData.Name.contentType,
                    TestDER.element(0x04, TestSignedData.Name.data)
                )
            )
        ),
        VendorVariant("no digest of the license", .hasDigest, Self.data { $0.signer.attributes.remove(at: 2) }),
        VendorVariant(
            "a digest that is a BIT STRING",
            .elementTag,
            Self.attribute(
                2,
                TestSignedData.attribute(
                    TestSignedData.Name.messageDigest,
                    TestDER.element(0x03, [UInt8](repeating: 0, count: 32))
                )
            )
        ),
        VendorVariant(
            "a digest of 31 bytes",
            .digestSize,
            Self.data { data in
                data.signer.attributes[2] = TestSignedData.attribute(
                    TestSignedData.Name.messageDigest,
                    TestDER.element(0x04, [UInt8](repeating: 0, count: 31))
                )
            }
        ),
        VendorVariant(
            "an empty digest",
            .digestSize,
            Self.data { data in
                data.signer.attributes[2] = TestSignedData.attribute(
                    TestSignedData.Name.messageDigest,
                    TestDER.element(0x04)
                )
                data.signer.attributes.sort { $0.lexicographicallyPrecedes($1) }
            }
        ),
    ]

    static let algorithms: [VendorVariant] = [
        VendorVariant("MD5", .knownDigest) { $0.digest = Self.md5 },
        VendorVariant("SHA-224", .knownDigest) { $0.digest = Self.sha224 },
        VendorVariant("SHA-1", .noSHA1) { $0.digest = .sha1 },
        VendorVariant("another digest in the header", .sameDigest) {
            $0.editLines = {
                $0[1] = String(decoding: Array($0[1].utf8).with { $0.replace("sha-256", by: "sha-512") }, as: UTF8.self)
            }
        },
        VendorVariant("an unknown digest in the header", .sameDigest) {
            $0.editLines = {
                $0[1] = String(decoding: Array($0[1].utf8).with { $0.replace("sha-256", by: "SHA-256") }, as: UTF8.self)
            }
        },
        VendorVariant(
            "another digest algorithm of the signed data",
            .sameSignerDigest,
            Self.data {
                $0.digests = [TestDER.algorithm(VendorDigest.sha512.identifier)]
            }
        ),
        VendorVariant(
            "another digest algorithm of the signer",
            .sameSignerDigest,
            Self.data {
                $0.signer.digest = TestDER.algorithm(VendorDigest.sha1.identifier)
            }
        ),
        VendorVariant(
            "RSA with another digest",
            .sameSignatureDigest,
            Self.data {
                $0.signer.algorithm = TestDER.algorithm(VendorDigest.sha512.signatureIdentifier)
            }
        ),
        VendorVariant(
            "ECDSA",
            .knownSignature,
            Self.data { $0.signer.algorithm = TestDER.algorithm(Self.ecdsa, parameters: []) }
        ),
        VendorVariant(
            "RSASSA-PSS",
            .knownSignature,
            Self.data { $0.signer.algorithm = TestDER.algorithm(Self.pss, parameters: []) }
        ),
        VendorVariant(
            "parameters of the signature algorithm",
            .parameters,
            Self.data {
                $0.signer.algorithm = TestDER.algorithm(VendorDigest.rsaEncryption, parameters: TestDER.integer(0))
            }
        ),
        VendorVariant(
            "RSASSA-PSS with parameters",
            .knownSignature,
            Self.data { $0.signer.algorithm = TestDER.algorithm(Self.pss, parameters: TestDER.sequence()) }
        ),
    ]

    static let forgeries: [VendorVariant] = [
        VendorVariant("a signature by another key", .signature) { $0.key = .other },
        VendorVariant("a signature with another bit", .signature) {
            $0.editSignedData = { $0.signer.signature[128] ^= 1 }
        },
        VendorVariant("a signature one byte shorter", .signature) {
            $0.editSignedData = { $0.signer.signature.removeLast() }
        },
        VendorVariant("a signature one byte longer", .signature) {
            $0.editSignedData = { $0.signer.signature.insert(0, at: 0) }
        },
        VendorVariant("an empty signature", .signature) { $0.editSignedData = { $0.signer.signature = [] } },
        VendorVariant("a signature of zeros", .signature) {
            $0.editSignedData = { $0.signer.signature = [UInt8](repeating: 0, count: 256) }
        },
        VendorVariant("a signature over the license itself", .signature) { message in
            let license = TestVendorFile.sample.json
            message.editSignedData = { data in
                let scheme = SignatureScheme("RSA", "SHA256", .pkcs1, .plain)
                data.signer.signature =
                    (try? TestVendorKey.vendor.key)?.signature(over: Array(license.utf8), scheme: scheme) ?? []
            }
        },
        VendorVariant("a signature with another digest", .signature) { message in
            message.editSignedData = { data in
                let scheme = SignatureScheme("RSA", "SHA512", .pkcs1, .plain)
                data.signer.signature =
                    (try? TestVendorKey.vendor.key)?.signature(over: data.signedBytes, scheme: scheme) ?? []
            }
        },
        VendorVariant("a signature over the element in the file", .signature) { message in
            message.editSignedData = { data in
                let element = TestDER.element(0xA0, data.signer.attributes.flatMap(\.self))
                let scheme = SignatureScheme("RSA", "SHA256", .pkcs1, .plain)
                data.signer.signature = (try? TestVendorKey.vendor.key)?.signature(over: element, scheme: scheme) ?? []
            }
        },
        VendorVariant("attributes that changed after signing", .signature) {
            $0.editSignedData = { data in
                data.signer.attributes[1] = TestSignedData.attribute(
                    TestSignedData.Name.signingTime,
                    TestDER.element(0x17, Array("250101000000Z".utf8))
                )
            }
        },
        VendorVariant("a license that changed after signing", .digest) {
            $0.editLines = { lines in
                lines[8] = String(lines[8].dropLast(1)) + (lines[8].hasSuffix("A") ? "B" : "A")
            }
        },
        VendorVariant("a license whose lines changed after signing", .digest) {
            $0.editLines = { $0[8...9] = [$0[8] + $0[9]] }
        },
        VendorVariant("a blank line after the license that was not signed", .digest) {
            $0.editLines = { lines in
                lines.insert("", at: (lines.lastIndex(of: "--\(Self.boundary)") ?? 0))
            }
        },
        VendorVariant("a digest of the lines with LF alone", .digest) {
            $0.editSignedText = { $0.removeAll { $0 == 0x0D } }
        },
        VendorVariant("a digest that includes the delimiter's line end", .digest) {
            $0.editSignedText = { $0 += [0x0D, 0x0A] }
        },
    ]

    static let all =
        Self.messages + Self.encodings + Self.signatures + Self.attributes + Self.algorithms + Self.forgeries
}
