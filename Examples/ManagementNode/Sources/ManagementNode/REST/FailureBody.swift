import Licensing
import ZStackLicensing

/// The `error` member of a failed answer, which has exactly these three members.
struct FailureBody: Encodable, Sendable {
    let code: String
    let description: String
    let details: String

    init(_ failure: PlatformFailure, in language: LicenseLanguage) {
        self.code = failure.code.rawValue
        self.description = failure.description
        self.details = failure.details[language]
    }
}
