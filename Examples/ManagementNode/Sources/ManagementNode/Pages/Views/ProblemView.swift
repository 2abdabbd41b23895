import Hummingbird
import LicenseStore
import Licensing
import Logging
import ZStackLicensing

/// Why something was refused, with every reason and what to do about each.
struct ProblemView {
    /// One reason.
    struct Reason {
        let message: String

        /// What to do, or `nil` if the message says it.
        let remedy: String?
    }

    /// A place of the page.
    struct Retry {
        let retryTo: String
        let retryText: String
    }

    let reasons: [Reason]

    /// The title, or `nil` for the usual one, which says that nothing was changed.
    var heading: String?

    /// The place of the page where to try again, with its text, or `nil` if the page begins there.
    var retry: Retry?

    /// Whether the license page helps.
    let isAboutLicenses: Bool

    /// The status of the answer.
    let status: HTTPResponse.Status

    /// For how many seconds the person has to wait, or `nil` if waiting does not help.
    let retryAfter: Int64?

    /// Describes an error in a language.
    ///
    /// A denial is counted, and an unexpected error is logged, as in the other protocols of the node.
    init(_ error: any Error, in language: LicenseLanguage, _ offset: UTCOffset, _ logger: Logger) {
        if let denial = error as? LicenseDenial {
            DenialMetrics.count(denial)
            self.reasons = DenialReport(denial).reasons
                .map { reason in
                    Reason(
                        message: offset.pageText(of: reason.message, in: language),
                        remedy: reason.remedy.map { offset.pageText(of: $0, in: language) }
                    )
                }
            (self.isAboutLicenses, self.status, self.retryAfter) = (true, denial.status, nil)
            return
        }
        if let error = error as? HTTPError {
            let texts: [HTTPResponse.Status: String] = [.contentTooLarge: "tooLarge", .requestTimeout: "tooSlow"]
            let text = PageTexts.text(texts[error.status] ?? "badForm", in: language)
            self.reasons = [Reason(message: text, remedy: nil)]
            (self.isAboutLicenses, self.status, self.retryAfter) = (false, error.status, nil)
            return
        }
        let failure = PlatformFailure(error, logger)
        self.reasons = [Reason(message: offset.pageText(of: failure.details, in: language), remedy: nil)]
        (self.isAboutLicenses, self.retryAfter) = (false, failure.retryAfter)
        self.status = error.isOfStorage ? .serviceUnavailable : Self.status(of: failure)
    }

    /// Says one text.
    init(_ message: String, status: HTTPResponse.Status) {
        self.init([Reason(message: message, remedy: nil)], status: status)
    }

    /// Says several reasons.
    init(_ reasons: [Reason], status: HTTPResponse.Status) {
        self.reasons = reasons
        (self.isAboutLicenses, self.status, self.retryAfter) = (false, status, nil)
    }

    private static func status(of failure: PlatformFailure) -> HTTPResponse.Status {
        switch failure.code {
        case _ where failure.retryAfter != nil: .tooManyRequests
        case PlatformFailure.internalError.code: .internalServerError
        case PlatformFailure.notFound("").code: .notFound
        case PlatformFailure.notPermitted.code, PlatformFailure.invalidForm.code, PlatformFailure.wrongPassword.code:
            .forbidden
        default: .unprocessableContent
        }
    }
}

extension Error {
    /// Whether the disk of the license folder failed, or another process uses it.
    ///
    /// Trying again can help. The message has the path of the folder, which is for administrators.
    var isOfStorage: Bool {
        let codes: [LicenseStoreError.Code] = [.storageFailed, .durabilityUnknown, .locked]
        return (self as? LicenseStoreError).map { codes.contains($0.code) } ?? false
    }
}
