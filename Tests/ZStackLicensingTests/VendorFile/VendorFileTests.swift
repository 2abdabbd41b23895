import LicenseCrypto
import LicenseIssuing
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing
import ZStackLicensingTesting

/// Files that are accepted, and the licenses that a reader makes of them.
@Suite("License files of the platform")
struct VendorFileTests {
    private static func license(_ file: TestVendorFile) throws -> License {
        let verified = try VendorFiles.verifier().verify(contents: try file.contents())
        return try #require(verified.licenses.first)
    }

    @Test("A file has the license that it says")
    func members() throws {
        var file = TestVendorFile.sample
        file.user = "测试用户"
        let contents = try file.contents()
        let entry = try #require(try VendorFiles.verifier().verify(contents: contents).entries.first)
        let license = entry.license
        #expect(license.id.rawValue == file.id)
        #expect(license.licensee.rawValue == "测试用户")
        #expect(license.issuer.rawValue == "Test Vendor")
        #expect(license.product == "cloud")
        #expect(license.category == .base)
        #expect(license.type == .trial)
        #expect(license.edition == .enterprise)
        #expect(license.modules.isEmpty)
        #expect(license.limits == [.hosts: .count(10), .cpus: .count(4)])
        #expect(license.issuedAt == file.issuedAt)
        #expect(license.notBefore == file.issuedAt)
        #expect(license.expiresAt == file.expiresAt)
        #expect(license.nodes == nil)
        #expect(license.features == nil)
        #expect(license.algorithm == .rs256)
        #expect(license.environment == .test)
        #expect(license.keyID == (try TestVendorFile.reader(product: "cloud")).key.id)
        // The digest is of the license's own JSON, and the source is the whole file.
        let digest = CryptoLibrary.shared(.isolated)?.sha256(Array(file.json.utf8))
        #expect(license.payloadDigest.bytes == digest)
        #expect(entry.source == contents)
        #expect(entry.block == nil)
    }

    @Test(
        "An edition of the vendor's is the catalog's, and another identifier is kept",
        arguments: [
            ("ZStack license", "enterprise"), ("ZStack", "enterprise"), ("Standard.Cloud", "enterprise"),
            ("Enterprise.Cloud", "enterprise"), ("Basic.ZSV", "Basic.ZSV"), ("zstack", "zstack"),
        ]
    )
    func editions(name: String, edition: String) throws {
        var file = TestVendorFile.sample
        file.edition = name
        #expect(try Self.license(file).edition?.rawValue == edition)
    }

    @Test("A count of 0 names no limit, and the largest one is unlimited")
    func limits() throws {
        var file = TestVendorFile.sample
        file.hosts = 0
        file.cpus = 2_147_483_647
        file.vms = 2_147_483_646
        #expect(try Self.license(file).limits == [.cpus: .unlimited, .vms: .count(2_147_483_646)])
    }

    @Test("A thumbprint binds a license to the node with its digest")
    func thumbprint() throws {
        var file = TestVendorFile.sample
        file.thumbprint = "node-1"
        let license = try Self.license(file)
        // From `printf node-1 | sha256sum`.
        #expect(
            license.nodes == [ClaimString(literal: "35971be6e9bb024a895582fe0e42e04848a86da550aaef0fccbfba86f99f617d")]
        )
        #expect(license.wrongNodeError(on: .only([ClaimString(literal: "node-1")])) != nil)
    }

    @Test(
        "Each digest that is accepted has an algorithm of its own",
        arguments: [
            (VendorDigest.sha256, "RS256"), (.sha384, "RS384"), (.sha512, "RS512"), (.sha1, "RS1"),
        ]
    )
    func algorithms(digest: VendorDigest, name: String) throws {
        for scheme in [VendorDigest.rsaEncryption, digest.signatureIdentifier] {
            for parameters in [[], [UInt8]([0x05, 0x00])] {
                var message = TestVendorFile.sample.message
                message.digest = digest
                message.editData = { data in
                    data.signer.algorithm = TestDER.algorithm(scheme, parameters: parameters)
                    data.digests = [TestDER.algorithm(digest.identifier, parameters: parameters)]
                }
                let contents = try message.contents()
                let licenses = try VendorFiles.verifier(allowsSHA1: true).verify(contents: contents).licenses
                #expect(licenses.map(\.algorithm.rawValue) == [name])
                let verdict = VendorFiles.verdict(contents, try VendorFiles.verifier())
                #expect(verdict == (name == "RS1" ? "unsupported-algorithm" : "accepted"))
            }
        }
    }

    @Test("The algorithms have the identifiers of their standards")
    func identifiers() {
        // RFC 5754, sections 2 and 3.2; RFC 3370, sections 2.1 and 3.2.
        let rsa: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01]
        let sha2: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02]
        #expect(VendorDigest.rsaEncryption == rsa + [1])
        #expect(VendorDigest.all.map(\.signatureIdentifier) == [rsa + [11], rsa + [12], rsa + [13], rsa + [5]])
        #expect(
            VendorDigest.all.map(\.identifier) == [sha2 + [1], sha2 + [2], sha2 + [3], [0x2B, 0x0E, 0x03, 0x02, 0x1A]]
        )
    }

    @Test("What a file can have in another way is accepted", arguments: VendorSpelling.all)
    func spellings(spelling: VendorSpelling) throws {
        let expected = try Self.license(.sample)
        var message = TestVendorFile.sample.message
        spelling.edit(&message)
        let licenses = try VendorFiles.verifier().verify(contents: try message.contents()).licenses
        #expect(licenses == [expected])
    }

    @Test("A type in the product's table has that type and category")
    func types() throws {
        let types: [Int: VendorLicenseType] = [
            3: .base(.oem), 7: .plus(.addOn, for: .vmware, .baremetal, .vmware),
        ]
        let verifier = VendorFiles.verifier(try TestVendorFile.reader(product: "cloud", types: types))
        var file = TestVendorFile.sample
        file.type = 3
        #expect(try verifier.verify(contents: try file.contents()).licenses.map(\.type) == [.oem])
        file.type = 7
        file.hosts = 0
        file.cpus = 0
        let plus = try #require(try verifier.verify(contents: try file.contents()).licenses.first)
        #expect(plus.category == .plus)
        #expect(plus.type == .addOn)
        #expect(plus.modules == [.vmware, .baremetal])
        #expect(plus.edition == nil)
        #expect(plus.limits.isEmpty)
        file.type = 1
        #expect(VendorFiles.verdict(try file.contents(), verifier) == "unsupported-requirement")
    }

    @Test("A license must be for the verifier's product and environment")
    func scope() throws {
        let reader = try TestVendorFile.reader(product: "cloud")
        let contents = try TestVendorFile.sample.contents()
        func verdict(_ product: ProductID, _ environments: Set<KeyEnvironment>) throws -> String {
            VendorFiles.verdict(
                contents,
                LicenseVerifier(
                    trusting: .none,
                    product: .only(product),
                    environments: environments,
                    formats: [reader.format]
                )
            )
        }
        #expect(try verdict("cloud", [.test]) == "accepted")
        #expect(try verdict("cloud", [.production]) == "key-not-valid")
        #expect(try verdict("other", [.test]) == "wrong-product")
    }

    @Test("Only a file whose first line is that of the vendor's files is read as one")
    func recognized() throws {
        let good = try TestVendorFile.sample.contents()
        let verifier = try VendorFiles.verifier()
        func refusal(_ contents: [UInt8]) -> RecognizedFile? {
            let error = #expect(throws: LicenseError.self) { try verifier.verify(contents: contents) }
            #expect(error?.code == .malformed)
            return error?.recognizedFile
        }
        #expect(VendorFiles.verdict([0xEF, 0xBB, 0xBF] + good, verifier) == "accepted")
        #expect(refusal([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + good) == .signedMessage)
        #expect(refusal([0x0A] + good) == .signedMessage)
        #expect(refusal(good.with { $0.replace("MIME-Version: 1.0", by: "MIME-Version: 1.0 ") }) == .signedMessage)
        #expect(refusal(good.with { $0.replace("MIME", by: "Mime") }) == .signedMessage)
        // A file that is recognized is refused by a rule, and not looked at in another way.
        #expect(refusal(good.with { $0.replace("MIME-Version: 1.0\n", by: "MIME-Version: 1.0\r") }) == nil)
        #expect(refusal(Array("MIME-Version: 1.0".utf8)) == nil)
    }

    @Test("A product that pins no key refuses a file and says how to pin one")
    func unpinned() throws {
        let verifier = LicenseVerifier(trusting: .none, catalog: .zstack)
        let error = #expect(throws: LicenseError.self) {
            try verifier.verify(contents: try TestVendorFile.sample.contents())
        }
        let refusal = try #require(error)
        #expect(refusal.code == .malformed)
        #expect(refusal.recognizedFile == .signedMessage)
        let text = ProductCatalog.zstack.text(of: refusal)
        for message in [text[.english], text[.simplifiedChinese]] {
            #expect(message.contains("VendorLicenseReader"))
            #expect(message.contains("--vendor-key"))
        }
    }

    @Test("OpenSSL accepts the files of the test kit")
    func openSSL() throws {
        let message = TestVendorFile.sample.message
        let (output, status) = try OpenSSL.verify(try message.contents())
        #expect(status == 0)
        let text = TestMessage.base64(Array(message.outer(TestMessage.base64(Array(message.json.utf8))).utf8))
        #expect(output.filter { !$0.isWhitespace } == text)
    }
}
