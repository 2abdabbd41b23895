import LicenseCrypto
import LicenseModel

private let verifier = LicenseVerifier(trusting: Issuer.trustedKeys, product: .any)

/// The digests of the genuine licenses among the seeds.
///
/// A fuzzer cannot sign, so no other license must be accepted.
private let genuine: Set<PayloadDigest> = Set(
    Issuer.seedTokens.map { token in
        guard let license = try? verifier.verify(token: token) else {
            fatalError("A seed is not genuine")
        }
        return license.payloadDigest
    }
)

/// Verifies the input as a license file.
func fuzzFile(_ input: [UInt8]) {
    do {
        for license in try verifier.verify(contents: input).licenses {
            guarantee(genuine.contains(license.payloadDigest), "only genuine licenses are accepted")
        }
    } catch {
        checkText(of: error)
    }
}

/// Checks what holds for every error: its text is safe to show and to log.
func checkText(of error: LicenseError) {
    guarantee(!error.message.english.isEmpty, "every error has a message")
    guarantee(
        error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F },
        "no message has control characters"
    )
    guarantee(error.description.utf8.count < 1_024, "no message repeats the input")
}
