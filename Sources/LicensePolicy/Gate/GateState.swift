import LicenseModel

/// The mutable state of a gate, which its lock protects.
///
/// The state never calls the user's code: the gate reads the clocks before it takes the lock, and notifies observers
/// after it has released the lock.
struct GateState: ~Copyable, Sendable {
    /// The longest time for which an answer is cached, in nanoseconds.
    ///
    /// It is also the longest time for which the gate can miss that the wall clock was set.
    private static let maximumCacheTime: UInt64 = 60_000_000_000

    /// The product's configuration, whose node the gate's owner can replace.
    private(set) var configuration: PolicyConfiguration

    private(set) var trustedClock: TrustedClock

    /// The licenses that are loaded, without duplicates.
    private(set) var licenses: [License]

    /// The number of times that the licenses were replaced.
    private(set) var generation = 0

    /// The number of readings that were applied.
    private(set) var version = 0

    /// The `iat` of each license that is later than the mark of the trusted clock.
    ///
    /// The others are dropped: the mark never goes back, so they cannot raise it.
    private var issueTimes: [LicenseInstant]

    /// The reading that was applied last.
    private var reading: GateReading

    /// The trusted time at that reading.
    private var now: LicenseInstant

    /// The entitlements, which are valid from their instant until ``nextChange``.
    private var entitlements: Entitlements

    private var nextChange: LicenseInstant?
    private var answers: [GateQuestion: GateAnswer] = [:]

    /// The coarse time until which all cached answers are valid.
    private var publishedUntil: UInt64 = 0
    private var observers: [Int: GateObserver] = [:]
    private var observerCount = 0
    private var hasPendingNotification = false

    init(
        _ licenses: [License],
        configuration: PolicyConfiguration,
        trustedClock: TrustedClock,
        reading: GateReading
    ) {
        var clock = trustedClock
        if let built = configuration.build.date {
            clock.observe(builtAt: built)
        }
        self.configuration = configuration
        self.licenses = licenses
        self.issueTimes = licenses.map(\.issuedAt)
        self.now = Self.observe(&clock, &self.issueTimes, reading.clock)
        self.trustedClock = clock
        self.reading = reading
        self.entitlements = Entitlements(licenses, at: self.now, configuration: configuration)
        self.nextChange = self.entitlements.nextChange()
    }

    /// The number of different questions that have a cached answer.
    var answerCount: Int {
        self.answers.count
    }

    /// The number of observers that are notified of changes.
    var activeObserverCount: Int {
        self.observers.count
    }

    /// Applies a reading of the clocks, unless it may be out of date.
    ///
    /// Threads read the clocks without a lock, so readings can arrive in any order. A reading that started before the
    /// last applied one is ignored. A reading that started later but has an earlier time, a lower boot time or another
    /// boot ID is either late, or the clock was set back or the machine restarted. It is applied only if no other reading
    /// was applied since the caller got ``version``, before it read the clocks. If a late reading were applied, it would
    /// look like a restart, and the trusted clock would count the time since that reading again.
    ///
    /// - Parameters:
    ///   - reading: The values of the clocks.
    ///   - version: The ``version`` from before the clocks were read, or `nil` if it is not known.
    /// - Returns: `false` if the caller must read the clocks again and pass ``version``, otherwise `true`.
    mutating func apply(_ reading: GateReading, seenAt version: Int?) -> Bool {
        guard reading.coarse >= self.reading.coarse else {
            return true
        }
        var (clock, issueTimes) = (self.trustedClock, self.issueTimes)
        let now = Self.observe(&clock, &issueTimes, reading.clock)
        let isLater = now >= self.now && reading.clock.follows(self.reading.clock)
        guard isLater || version == self.version else {
            return false
        }
        self.version += 1
        self.trustedClock = clock
        self.issueTimes = issueTimes
        self.reading = reading
        self.now = now
        if now < self.entitlements.instant || self.nextChange.map({ $0 <= now }) ?? false {
            self.change(to: self.entitlements.at(now))
        } else if self.publishedUntil <= reading.coarse {
            self.publish()
        }
        return true
    }

    /// Replaces the licenses by others, whose entitlements can be of any instant.
    mutating func replace(_ licenses: [License], by entitlements: Entitlements) {
        self.licenses = licenses
        self.configuration = entitlements.configuration
        self.generation += 1
        self.issueTimes = licenses.map(\.issuedAt)
        self.now = Self.observe(&self.trustedClock, &self.issueTimes, self.reading.clock)
        self.change(to: entitlements.at(self.now))
    }

    /// Returns the shared answer to a question, and creates it if necessary.
    mutating func answer(to question: GateQuestion) -> GateAnswer {
        if let answer = self.answers[question] {
            return answer
        }
        let answer = GateAnswer(question.capabilities)
        self.answers[question] = answer
        // Publish it with the deadline of the other answers, which are already published.
        if self.publishedUntil > self.reading.coarse {
            answer.publish(self.allows(answer), until: self.publishedUntil)
        }
        return answer
    }

    /// Returns whether all capabilities of an answer are allowed.
    func allows(_ answer: GateAnswer) -> Bool {
        self.entitlements.allows(answer.capabilities)
    }

    /// Returns the entitlements at exactly the current time, so that the remaining days are correct.
    func currentEntitlements() -> Entitlements {
        self.now == self.entitlements.instant ? self.entitlements : self.entitlements.at(self.now)
    }

    /// The time until the clocks must be read again.
    var wait: Duration {
        .nanoseconds(Int64(self.timeLeft))
    }

    /// Adds an observer and returns its identifier.
    mutating func add(_ observer: @escaping GateObserver) -> Int {
        self.observerCount += 1
        self.observers[self.observerCount] = observer
        return self.observerCount
    }

    /// Removes the observer with the given identifier.
    ///
    /// - Returns: The observer, so that the caller can release it outside the lock, or `nil` if it was already removed.
    mutating func removeObserver(_ id: Int) -> GateObserver? {
        self.observers.removeValue(forKey: id)
    }

    /// Returns the observers to notify of a change after the lock is released, and clears the pending notification.
    mutating func takeObserversToNotify() -> [GateObserver] {
        guard self.hasPendingNotification else {
            return []
        }
        self.hasPendingNotification = false
        return Array(self.observers.values)
    }

    /// Removes and returns all observers.
    mutating func removeObservers() -> [GateObserver] {
        defer { self.observers = [:] }
        return Array(self.observers.values)
    }

    private mutating func change(to entitlements: Entitlements) {
        if !entitlements.isEquivalent(to: self.entitlements) {
            self.hasPendingNotification = true
        }
        self.entitlements = entitlements
        self.nextChange = entitlements.nextChange()
        // Invalidate all old answers before publishing a new one. A reader that has seen a new answer then cannot see
        // an old one.
        for answer in self.answers.values {
            answer.invalidate()
        }
        self.publish()
    }

    private mutating func publish() {
        guard !self.reading.isManual else {
            return
        }
        self.publishedUntil = self.reading.coarse + self.timeLeft
        for answer in self.answers.values {
            answer.publish(self.allows(answer), until: self.publishedUntil)
        }
    }

    /// The nanoseconds from the reading until the next change, at most ``maximumCacheTime``.
    private var timeLeft: UInt64 {
        guard let nextChange else {
            return Self.maximumCacheTime
        }
        let seconds = nextChange.secondsSince1970 - self.now.secondsSince1970
        guard seconds < 60 else {
            return Self.maximumCacheTime
        }
        // The wall clock tells how much of the current second has passed. The mark has whole seconds only, so assume
        // that its second is over.
        let passed = self.now == self.reading.clock.wall ? UInt64(self.reading.clock.nanoseconds) : 1_000_000_000
        let left = UInt64(max(seconds, 0)) * 1_000_000_000
        return left > passed ? left - passed : 0
    }

    /// Updates the trusted clock with a reading and the licenses' issue times, and returns the trusted time.
    private static func observe(
        _ clock: inout TrustedClock,
        _ issueTimes: inout [LicenseInstant],
        _ reading: ClockReading
    ) -> LicenseInstant {
        clock.observe(reading)
        if !issueTimes.isEmpty {
            for issuedAt in issueTimes {
                clock.observe(issuedAt: issuedAt)
            }
            let mark = clock.mark ?? .earliest
            issueTimes.removeAll { $0 <= mark }
        }
        return clock.now ?? reading.wall
    }
}

/// A closure that a gate calls when its entitlements have changed, and when it is deinitialized.
package typealias GateObserver = @Sendable (GateEvent) -> Void

/// An event that a gate reports to its observers.
package enum GateEvent: Sendable {
    /// The entitlements of the gate have changed.
    case changed

    /// The gate is deinitialized: this is the last event.
    case ended
}
