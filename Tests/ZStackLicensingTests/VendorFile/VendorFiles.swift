import LicenseCrypto
import LicenseModel
import ZStackLicensing
import ZStackLicensingTesting

/// What tests of the platform's license files share.
enum VendorFiles {
    private static let readers: [Bool: Result<VendorLicenseReader, any Error>] = [
        false: Result { try TestVendorFile.reader(product: "cloud") },
        true: Result { try TestVendorFile.reader(product: "cloud", allowsSHA1: true) },
    ]

    /// Returns a verifier that accepts the files of the test key, and no tokens.
    static func verifier(allowsSHA1: Bool = false) throws -> LicenseVerifier {
        self.verifier(try (self.readers[allowsSHA1] ?? Result { try TestVendorFile.reader(product: "cloud") }).get())
    }

    /// Returns a verifier that accepts the files of a reader.
    static func verifier(_ reader: VendorLicenseReader) -> LicenseVerifier {
        LicenseVerifier(
            trusting: .none,
            product: .only(reader.product),
            environments: [.production, .test],
            formats: [reader.format]
        )
    }

    /// Returns `accepted`, or the code of the error.
    static func verdict(_ contents: [UInt8], _ verifier: LicenseVerifier) -> String {
        do {
            _ = try verifier.verify(contents: contents)
            return "accepted"
        } catch {
            return error.code.rawValue
        }
    }

    /// Returns whether a message starts with a text in which values and the contact replace the placeholders.
    static func isFilled(_ message: String, _ text: String) -> Bool {
        let pieces = text.split(omittingEmptySubsequences: false) { $0 == "%" || $0 == "@" }
        var rest = message[...]
        for (index, piece) in pieces.enumerated() {
            guard let range = rest.firstRange(of: piece), index > 0 || range.lowerBound == rest.startIndex else {
                return false
            }
            rest = rest[range.upperBound...]
        }
        return true
    }
}

extension TrustedKeys {
    /// No keys, so that every token is refused.
    static let none: TrustedKeys = {
        do {
            return try TrustedKeys([])
        } catch {
            preconditionFailure("\(error)")
        }
    }()
}
