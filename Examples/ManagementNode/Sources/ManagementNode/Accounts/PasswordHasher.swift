import NIOPosix

/// Runs scrypt on threads of its own, so that logins neither block requests nor use all memory.
struct PasswordHasher: Sendable {
    /// At most two at once: 64 MiB.
    private let threads = NIOThreadPool(numberOfThreads: 2)

    /// The hash that is compared if there is no account, so that the answer takes as long as for one that exists.
    private static let decoy = PasswordHash(Random.password())

    /// Starts the threads, which run until the process ends.
    init() {
        self.threads.start()
    }

    /// Hashes a new password.
    func hash(_ password: String) async throws -> PasswordHash {
        try await self.threads.runIfActive { PasswordHash(password) }
    }

    /// Returns whether the password is that of an account, which is false without an account.
    func verify(_ password: String, of account: Account?) async throws -> Bool {
        let matches = try await self.threads.runIfActive {
            (account.map(PasswordHash.init(of:)) ?? Self.decoy).matches(password)
        }
        return matches && account != nil
    }
}
