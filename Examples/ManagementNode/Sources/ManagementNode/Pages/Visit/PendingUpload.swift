import LicenseStore
import Licensing

/// A license file that a person uploaded and has not confirmed yet.
struct PendingUpload: Sendable {
    /// The most uploads that wait in a session.
    static let maximumCountOfSession = 16

    /// The most uploads that wait in all sessions together: 16 MiB.
    static let maximumCount = 64

    /// How long an upload waits, in seconds.
    static let lifetime: Int64 = 900

    /// What identifies the upload and its plan in a form: 32 random hexadecimal digits.
    ///
    /// A new plan for the same file gets another ID, so that a confirmation is never of a plan that the page did not show.
    let id = Random.uuid()

    /// The name of the file, as the browser sent it.
    let fileName: String

    /// The bytes of the file.
    let contents: [UInt8]

    /// Whether the person takes a license that is older than an installed one.
    let allowsOlder: Bool

    /// What an installation would change.
    let plan: LicensePlan

    /// When the file was uploaded.
    let receivedAt: LicenseInstant

    /// Whether the file has a base license that is not installed.
    var hasBase: Bool { self.plan.added.contains { $0.category == .base } }

    /// Returns the upload with a new plan, which has to be confirmed instead.
    func with(_ plan: LicensePlan) -> PendingUpload {
        PendingUpload(
            fileName: self.fileName,
            contents: self.contents,
            allowsOlder: self.allowsOlder,
            plan: plan,
            receivedAt: self.receivedAt
        )
    }

    /// Returns whether the upload can still be confirmed.
    ///
    /// A clock that was set back must not keep an upload for longer.
    func isCurrent(at now: LicenseInstant) -> Bool {
        self.receivedAt <= now && now < self.receivedAt.advanced(bySeconds: Self.lifetime)
    }
}
