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
        guard Hex.isValid(password, digits: 128), 1...255 ~= name.utf8.count else {
            throw PlatformFailure.wrongPassword
        }
        try await self.waitForTurn(name, address)
        var isRight: Bool?
        defer { self.limiter.end(name, from: address, at: self.clock.read().wall, isRight: isRight) }
        let account = try await self.accounts.account(named: name)
        isRight = try await self.accounts.hasher.verify(password.lowercased(), of: account)
        guard isRight == true, let account else {
            self.log("A login failed", name, address)
            throw PlatformFailure.wrongPassword
        }
        return try await self.sessions.start(account, at: self.clock.read().wall)
    }

    /// Waits while so many logins are in progress that all that may still fail could fail.
    ///
    /// - Throws: `PlatformFailure` after too many failures, or if the wait takes too long.
    private func waitForTurn(_ name: String, _ address: String) async throws {
        let end = ContinuousClock.now + .seconds(20)
        while true {
            switch self.limiter.start(name, from: address, at: self.clock.read().wall) {
            case .goAhead: return
            case .refused(let seconds):
                self.log("A login was refused after too many failures", name, address)
                throw PlatformFailure.tooManyLogins(retryAfter: seconds)
            case .wait:
                guard ContinuousClock.now < end else {
                    self.log("A login was refused because too many were in progress", name, address)
                    throw PlatformFailure.loginsBusy
                }
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    private func log(_ event: Logger.Message, _ name: String, _ address: String) {
        self.logger.warning(event, metadata: ["account": "\(LogText.shown(name))", "address": "\(address)"])
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

    /// Returns the session with a UUID, or `nil` if it does not exist or has expired.
    ///
    /// - Throws: An error if the database cannot be read, which says nothing about the session.
    func currentSession(_ uuid: String) async throws -> Session? {
        do {
            return try await self.session(uuid)
        } catch is PlatformFailure {
            return nil
        }
    }
}
