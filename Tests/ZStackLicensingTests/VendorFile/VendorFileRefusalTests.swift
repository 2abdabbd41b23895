import LicenseCrypto
import LicenseModel
import Testing
import ZStackLicensing
import ZStackLicensingTesting

/// Files that are refused because of their form, their signature or their algorithms.
@Suite("Refused license files of the platform")
struct VendorFileRefusalTests {
    @Test("A file that breaks a rule is refused by that rule", arguments: VendorVariant.all)
    func refused(variant: VendorVariant) throws {
        let contents = try variant.contents
        let error = #expect(throws: LicenseError.self) {
            try VendorFiles.verifier().verify(contents: contents)
        }
        #expect(error?.code == variant.rule.code)
        if variant.name == "another type of message" {
            // It is an email, and the error says what to do with it.
            #expect(error?.recognizedFile == .mail)
            return
        }
        #expect(error?.recognizedFile == nil)
        let text = VendorFileRule.texts[variant.rule.rawValue]
        #expect(VendorFiles.isFilled(error?.message.english ?? "", text.english), "\(error?.message.english ?? "")")
        let chinese = error?.message.translations[.simplifiedChinese] ?? ""
        #expect(VendorFiles.isFilled(chinese, text.chinese), "\(chinese)")
        #expect(error?.licenseID == nil)
    }

    @Test("The table has more than 60 variants, and at least one for each rule")
    func isComplete() {
        #expect(VendorVariant.all.count > 60)
        #expect(Set(VendorVariant.all.map(\.name)).count == VendorVariant.all.count)
        // The rule is about a process that exits, and no test can have that.
        let rules = Set(VendorFileRule.allCases).subtracting([.available])
        #expect(Set(VendorVariant.all.map(\.rule)) == rules)
    }

    @Test("A private key after the first line gets the warning that it can be leaked")
    func privateKey() throws {
        // A key made for this test: its bytes are no key.
        let key = "MIME-Version: 1.0\n\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
        let error = try #require(throws: LicenseError.self) { try VendorFiles.verifier().verify(contents: key) }
        #expect(error.code == .malformed)
        #expect(error.recognizedFile == .privateKey)
    }

    @Test("Each rule has a text in both languages")
    func texts() {
        #expect(VendorFileRule.texts.names == VendorFileRule.allCases.map { "\($0)" })
    }

    @Test("A changed byte of a file is refused, or changes nothing of the license")
    func everyByte() throws {
        let good = try TestVendorFile.sample.contents()
        let verifier = try VendorFiles.verifier()
        let expected = try verifier.verify(contents: good).licenses
        var accepted = 0
        for index in stride(from: 0, to: good.count, by: 3) {
            for bit in [UInt8(1), 0x20] {
                let changed = good.with { $0[index] ^= bit }
                if let licenses = try? verifier.verify(contents: changed).licenses {
                    #expect(licenses == expected, "byte \(index)")
                    accepted += 1
                }
            }
        }
        // What nothing depends on: the certificate, and the name of the signer.
        #expect(accepted > 100)
    }

    @Test("A file that is cut off anywhere is refused, unless only blank lines are missing")
    func everyLength() throws {
        let good = try TestVendorFile.sample.contents()
        let verifier = try VendorFiles.verifier()
        let end = good.count - 2
        for length in stride(from: 17, to: end, by: 7) {
            #expect(VendorFiles.verdict(Array(good.prefix(length)), verifier) == "malformed", "\(length) bytes")
        }
        for length in end...good.count {
            #expect(VendorFiles.verdict(Array(good.prefix(length)), verifier) == "accepted")
        }
    }
}
