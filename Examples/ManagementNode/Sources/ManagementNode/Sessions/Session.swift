import Licensing
import Logging

/// A session of an account, which a client presents as `Authorization: OAuth UUID`.
struct Session: Sendable {
    /// The secret with which a client uses the session: 32 random hexadecimal digits.
    let uuid: String

    /// The account that logged in, as it is now.
    let account: Account

    /// When the account logged in.
    let createdAt: LicenseInstant

    /// When the session ends, unless the client logs out before.
    let expiresAt: LicenseInstant

    /// Throws an error unless the account is an administrator's, and writes the refusal to the log.
    ///
    /// - Parameters:
    ///   - action: What the account tries to do, for the log.
    ///   - logger: The log.
    /// - Throws: `PlatformFailure` for an ordinary account.
    func requireAdministrator(for action: String, _ logger: Logger) throws(PlatformFailure) {
        guard self.account.isAdministrator else {
            logger.warning(
                "An account without permission was refused",
                metadata: ["account": "\(self.account.name)", "action": "\(action)"]
            )
            throw .notPermitted
        }
    }
}
