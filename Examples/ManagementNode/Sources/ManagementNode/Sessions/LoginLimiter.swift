import Licensing
import Synchronization

/// Counts failed logins, and refuses further ones for a while.
///
/// An attacker who guesses passwords gets five tries a minute for each account. The count is for the pair of address and
/// account, so that an attacker cannot lock out an administrator who works at another address. All accounts together get 20
/// tries a minute from an address.
final class LoginLimiter: Sendable {
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

    private struct Tries {
        var count = 0
        let since: LicenseInstant
    }

    private let tries = Mutex<[Key: Tries]>([:])

    /// Counts a try, which counts as failed until it succeeds.
    ///
    /// Counting before the password is checked means that many tries at once do not get past the limit.
    ///
    /// - Returns: For how many seconds logins are refused, or `nil` if this one can go ahead.
    func start(_ account: String, from address: String, at now: LicenseInstant) -> Int64? {
        let limits = [
            Key(address: address, account: account): Self.triesForAccount,
            Key(address: address, account: nil): Self.triesForAddress,
        ]
        return self.tries.withLock { tries in
            let delays = limits.compactMap { key, limit -> Int64? in
                guard let entry = tries[key], Self.isCurrent(entry, now), entry.count >= limit else {
                    return nil
                }
                return entry.since.secondsSince1970 + Self.window - now.secondsSince1970
            }
            if let delay = delays.max() {
                return delay
            }
            for key in limits.keys {
                if tries[key].map({ Self.isCurrent($0, now) }) != true {
                    Self.limitCount(of: &tries, at: now)
                    tries[key] = Tries(since: now)
                }
                tries[key]?.count += 1
            }
            return nil
        }
    }

    /// Forgets the failures of an account, and the try that succeeded.
    func succeed(_ account: String, from address: String) {
        self.tries.withLock { tries in
            tries[Key(address: address, account: account)] = nil
            tries[Key(address: address, account: nil)]?.count -= 1
        }
    }

    /// A clock that was set back must not extend a refusal, so the window has two sides.
    private static func isCurrent(_ entry: Tries, _ now: LicenseInstant) -> Bool {
        entry.since <= now && now < entry.since.advanced(bySeconds: self.window)
    }

    private static func limitCount(of tries: inout [Key: Tries], at now: LicenseInstant) {
        guard tries.count >= self.maximumKeys else {
            return
        }
        tries = tries.filter { self.isCurrent($0.value, now) }
        if tries.count >= self.maximumKeys, let oldest = tries.min(by: { $0.value.since < $1.value.since }) {
            tries[oldest.key] = nil
        }
    }
}
