import Licensing
import Synchronization

/// Counts failed logins, and refuses further ones for a while.
///
/// An attacker who guesses passwords gets five tries a minute for each account. The count is for the pair of address and
/// account, so that an attacker cannot lock out an administrator who works at another address. All accounts together get 20
/// tries a minute from an address.
///
/// A login in progress is counted by itself. It can still fail, so that as many can be in progress as may still fail, and the
/// others wait for their turn. Many tries at once then do not get past the limit, and many right ones are not refused.
final class LoginLimiter: Sendable {
    /// What a login can do now.
    enum Answer: Equatable {
        /// It can check the password, and must then call ``LoginLimiter/end(_:from:at:isRight:)``.
        case goAhead

        /// It has to ask again, when one of those in progress has ended.
        case wait

        /// It is refused for a number of seconds.
        case refused(seconds: Int64)
    }

    static let window: Int64 = 60
    static let triesForAccount = 5
    static let triesForAddress = 20

    /// The most keys that are kept.
    ///
    /// If they are all in use, the oldest is dropped.
    static let maximumKeys = 10_000

    private struct Key: Hashable {
        let address: String
        let account: String?
    }

    private struct Failures {
        var count = 0
        let since: LicenseInstant
    }

    private struct State {
        var failures: [Key: Failures] = [:]
        var inProgress: [Key: Int] = [:]
    }

    private let state = Mutex(State())

    /// Starts a login, unless it has to wait or is refused.
    func start(_ account: String, from address: String, at now: LicenseInstant) -> Answer {
        let limits = [
            Key(address: address, account: account): Self.triesForAccount,
            Key(address: address, account: nil): Self.triesForAddress,
        ]
        return self.state.withLock { state in
            let failures = state.failures.filter { limits[$0.key] != nil && Self.isCurrent($0.value, now) }
            let delays = failures.compactMap { key, failures in
                limits[key].map { failures.count >= $0 } == true
                    ? failures.since.secondsSince1970 + Self.window - now.secondsSince1970 : nil
            }
            if let delay = delays.max() {
                return .refused(seconds: delay)
            }
            for (key, limit) in limits
            where (failures[key]?.count ?? 0) + state.inProgress[key, default: 0] >= limit {
                return .wait
            }
            for key in limits.keys {
                state.inProgress[key, default: 0] += 1
            }
            return .goAhead
        }
    }

    /// Ends a login that was started.
    ///
    /// - Parameters:
    ///   - account: The name of the account.
    ///   - address: The address of the client.
    ///   - now: The time.
    ///   - isRight: Whether the password was right, which forgets the failures of the account, or `nil` if it was not checked.
    func end(_ account: String, from address: String, at now: LicenseInstant, isRight: Bool?) {
        let keys = [Key(address: address, account: account), Key(address: address, account: nil)]
        self.state.withLock { state in
            for key in keys {
                let count = state.inProgress[key, default: 1] - 1
                state.inProgress[key] = count > 0 ? count : nil
            }
            if isRight == true {
                state.failures[keys[0]] = nil
            }
            for key in keys where isRight == false {
                if state.failures[key].map({ Self.isCurrent($0, now) }) != true {
                    Self.limitCount(of: &state.failures, at: now)
                    state.failures[key] = Failures(since: now)
                }
                state.failures[key]?.count += 1
            }
        }
    }

    /// A clock that was set back must not extend a refusal, so the window has two sides.
    private static func isCurrent(_ failures: Failures, _ now: LicenseInstant) -> Bool {
        failures.since <= now && now < failures.since.advanced(bySeconds: self.window)
    }

    private static func limitCount(of failures: inout [Key: Failures], at now: LicenseInstant) {
        guard failures.count >= self.maximumKeys else {
            return
        }
        failures = failures.filter { self.isCurrent($0.value, now) }
        if failures.count >= self.maximumKeys, let oldest = failures.min(by: { $0.value.since < $1.value.since }) {
            failures[oldest.key] = nil
        }
    }
}
