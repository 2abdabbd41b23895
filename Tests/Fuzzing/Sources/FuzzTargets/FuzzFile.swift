import LicenseCrypto
import LicenseModel

private let verifier = LicenseVerifier(trusting: Issuer.trustedKeys, product: .any)

/// The genuine licenses among the seeds.
///
/// Nobody else has the key, so nothing else may be accepted.
private let genuine: Set<PayloadDigest> = Set(
    Issuer.seedTokens.map { token in
        guard let license = try? verifier.verify(token: token) else {
            fatalError("A seed is not genuine")
        }
        return license.payloadDigest
    }
)

/// Verifies any bytes as a license file.
func fuzzFile(_ input: [UInt8]) {
    do {
        for license in try verifier.verify(contents: input).licenses {
            promise(genuine.contains(license.payloadDigest), "only genuine licenses are accepted")
        }
    } catch {
        checkText(of: error)
    }
}

/// What every error promises: a text that can be shown and logged.
func checkText(of error: LicenseError) {
    promise(!error.message.english.isEmpty, "every error says something")
    promise(
        error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F },
        "no control characters"
    )
    promise(error.description.utf8.count < 1_024, "no error repeats its input")
}
