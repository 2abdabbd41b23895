import Licensing
import Logging

/// Checks names and passwords, and starts sessions.
struct LoginService: Sendable {
    let accounts: AccountStore
    let sessions: SessionStore
    let limiter = LoginLimiter()
    let clock: any LicenseClock
    let logger: Logger

    /// Starts a session for a name and a password.
    ///
    /// - Parameters:
    ///   - name: The name of the account.
    ///   - password: The SHA-512 of the password in hexadecimal digits.
    ///   - address: The address of the client, for which failed logins are counted.
    /// - Returns: The new session.
    /// - Throws: `PlatformFailure` if they are wrong, or after too many failures. It does not say which of the two is wrong.
    func logIn(_ name: String, password: String, from address: String) async throws -> Session {
        let now = self.clock.read().wall
        guard Hex.isValid(password, digits: 128), 1...255 ~= name.utf8.count else {
            throw PlatformFailure.wrongPassword
        }
        if let seconds = self.limiter.start(name, from: address, at: now) {
            throw PlatformFailure.tooManyLogins(retryAfter: seconds)
        }
        let account = try await self.accounts.account(named: name)
        guard try await self.accounts.hasher.verify(password.lowercased(), of: account), let account else {
            self.logger.warning("A login failed", metadata: ["address": "\(address)"])
            throw PlatformFailure.wrongPassword
        }
        self.limiter.succeed(name, from: address)
        return try await self.sessions.start(account, at: now)
    }

    /// Returns the session that a client presents.
    ///
    /// - Throws: `PlatformFailure` if it does not exist or has expired.
    func session(_ uuid: String) async throws -> Session {
        guard Hex.isValid(uuid, digits: 32),
            let session = try await self.sessions.session(uuid, at: self.clock.read().wall)
        else {
            throw PlatformFailure.invalidSession
        }
        return session
    }
}
