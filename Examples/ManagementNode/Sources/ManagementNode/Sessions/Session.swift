import Licensing

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
}
