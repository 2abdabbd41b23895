import LicenseCrypto
import LicenseModel

/// Reads any text as a file of trusted keys.
func fuzzKeys(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    for algorithm in [nil, SignatureAlgorithm.ps256] {
        do {
            let keys = try TrustedKeys(contents: text, algorithm: algorithm)
            promise(!keys.description.isEmpty, "keys have ids")
        } catch {
            promise(!error.message.english.isEmpty, "every error says something")
            promise(
                error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F },
                "no control characters"
            )
            promise(error.description.utf8.count < 1_024, "no error repeats its input")
        }
    }
}
