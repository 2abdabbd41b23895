import LicenseCrypto
import LicenseIssuing
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing
import ZStackLicensingTesting

/// The keys that a reader pins.
@Suite("Keys of the platform's license files")
struct VendorKeyTests {
    private static func code(_ pem: String) -> String {
        do {
            _ = try VendorLicenseReader(
                trusting: pem,
                issuer: ClaimString(literal: "v"),
                product: "cloud",
                environment: .production
            )
            return "accepted"
        } catch {
            return error.code.rawValue
        }
    }

    @Test("Only an RSA key in PEM is pinned")
    func keys() throws {
        let vendor = try TestVendorKey.vendor.key
        #expect(Self.code(vendor.publicPEM) == "accepted")
        #expect(Self.code(try SigningKey.generate(.ed25519).publicPEM) == "unsupported")
        #expect(Self.code(try SigningKey.generate(.es256).publicPEM) == "unsupported")
        #expect(Self.code(vendor.publicJWK) == "malformed")
        #expect(Self.code(vendor.publicPEM + vendor.publicPEM) == "malformed")
        #expect(Self.code(try vendor.unencryptedPEM().text) == "private-key")
        let certificate = TestMessage.base64(TestVendorKey.certificate)
        #expect(Self.code("-----BEGIN CERTIFICATE-----\n\(certificate)\n-----END CERTIFICATE-----\n") == "malformed")
    }

    @Test("A key of another type is refused with a message about the vendor's key")
    func message() throws {
        let pem = try SigningKey.generate(.es256).publicPEM
        let error = #expect(throws: TrustedKeyError.self) {
            try VendorLicenseReader(
                trusting: pem,
                issuer: ClaimString(literal: "v"),
                product: "cloud",
                environment: .production
            )
        }
        #expect(error?.message.english.contains("RSA key of 2048 to 4096 bits") == true)
        #expect(error?.message.translations[.simplifiedChinese]?.contains("RSA") == true)
    }

    @Test("A reader keeps what it was created with")
    func properties() throws {
        let reader = try TestVendorFile.reader(
            issuer: ClaimString(literal: "v"),
            product: "cloud",
            allowsSHA1: true,
            types: [9: .base(.oem)]
        )
        #expect(reader.issuer == ClaimString(literal: "v"))
        #expect(reader.product == "cloud")
        #expect(reader.allowsSHA1)
        #expect(reader.types == [9: .base(.oem)])
        #expect(reader.format.description == "license file of the platform (S/MIME)")
    }
}
