import LicenseStore
import Licensing
import ZStackLicensing

/// An error that the platform's clients understand: a code, its general meaning, and what happened here.
struct PlatformFailure: Error {
    /// The code that programs compare, such as `ID.1001`.
    let code: PlatformErrorCode

    /// The general meaning of the code, in English.
    let description: String

    /// What happened and what to do, in each language.
    let details: LocalizedText

    /// For how many seconds the client should wait before it tries again, or `nil` if waiting does not help.
    var retryAfter: Int64?

    init(_ code: String, _ description: String, _ english: String, _ chinese: String, retryAfter: Int64? = nil) {
        self.code = PlatformErrorCode(rawValue: code)
        self.description = description
        self.details = LocalizedText(english, [.simplifiedChinese: chinese])
        self.retryAfter = retryAfter
    }
}

extension PlatformFailure {
    /// The account name or the password is wrong.
    static var wrongPassword: PlatformFailure {
        PlatformFailure("ID.1000", "Authentication failed.", "The account name or the password is wrong.", "账户名或密码错误。")
    }

    /// Too many logins failed.
    static func tooManyLogins(retryAfter seconds: Int64) -> PlatformFailure {
        PlatformFailure(
            "ID.1000",
            "Authentication failed.",
            "Too many logins failed. Try again in \(seconds) seconds.",
            "登录失败次数过多，请在 \(seconds) 秒后重试。",
            retryAfter: seconds
        )
    }

    /// Too many logins are in progress.
    static var loginsBusy: PlatformFailure {
        PlatformFailure(
            "ID.1000",
            "Authentication failed.",
            "Too many logins are in progress. Try again in 5 seconds.",
            "正在进行的登录过多，请在 5 秒后重试。",
            retryAfter: 5
        )
    }

    /// The session does not exist or has expired.
    static var invalidSession: PlatformFailure {
        PlatformFailure(
            "ID.1001",
            "The session is invalid.",
            "The session does not exist or has expired. Log in again.",
            "会话不存在或已过期，请重新登录。"
        )
    }

    /// The account is not allowed to do this.
    static var notPermitted: PlatformFailure {
        PlatformFailure(
            "ID.1002",
            "The account does not have the permission.",
            "Only an administrator can do this.",
            "仅管理员可执行此操作。"
        )
    }

    /// No object has this UUID.
    static func notFound(_ uuid: String) -> PlatformFailure {
        let shown = Hex.isValid(uuid, digits: 32) ? uuid : "?"
        return PlatformFailure(
            "SYS.1003",
            "The resource does not exist.",
            "There is no resource with the UUID \(shown).",
            "不存在 UUID 为 \(shown) 的资源。"
        )
    }

    /// An argument of the request is wrong.
    static func invalid(_ english: String, _ chinese: String) -> PlatformFailure {
        PlatformFailure("SYS.1007", "An argument is invalid.", english, chinese)
    }

    /// The node itself failed.
    ///
    /// The details are in its log.
    static var internalError: PlatformFailure {
        PlatformFailure("SYS.1000", "An internal error occurred.", "See the log of the management node.", "请查看管理节点日志。")
    }
}

extension PlatformFailure {
    /// The failure of an operation that the licenses do not allow.
    init(_ denial: LicenseDenial) {
        self.init(PlatformErrorCode(denial), denial.message)
    }

    /// The failure of a change of the license folder.
    init(_ error: LicenseStoreError) {
        if let refusal = error.licenseError {
            self.init(PlatformErrorCode(refusal), error.message)
            return
        }
        switch error.code {
        case .notAuthorized: self = .notPermitted
        case .olderThanInstalled: self.init(.olderThanInstalled, error.message)
        case .notFound: self.init("SYS.1003", "The resource does not exist.", error.message)
        default: self.init("SYS.1006", "The operation failed.", error.message)
        }
    }

    private init(_ code: PlatformErrorCode, _ details: LocalizedText) {
        (self.code, self.description, self.details) = (code, code.meaning, details)
    }

    private init(_ code: String, _ description: String, _ details: LocalizedText) {
        (self.code, self.description, self.details) = (PlatformErrorCode(rawValue: code), description, details)
    }

    /// Returns the answer for clients of the platform.
    func response(in language: LicenseLanguage) -> PlatformErrorResponse {
        PlatformErrorResponse(self.code, description: self.description, details: self.details[language])
    }
}
