import LicenseCrypto
import LicenseModel

/// Loads the input as a text of trusted keys, without and with an algorithm.
func fuzzKeys(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    for algorithm in [nil, SignatureAlgorithm.ps256] {
        do {
            let keys = try TrustedKeys(contents: text, algorithm: algorithm)
            guarantee(!keys.description.isEmpty, "every key has an id")
        } catch {
            guarantee(!error.message.english.isEmpty, "every error has a message")
            guarantee(
                error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F },
                "no message has control characters"
            )
            guarantee(error.description.utf8.count < 1_024, "no message repeats the input")
        }
    }
}
