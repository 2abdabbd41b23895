import LicenseModel

/// What the gate keeps under its lock.
///
/// Nothing here calls code of somebody else: the clocks are read before the lock is taken, and observers are told after it
/// is released.
struct GateState: Sendable {
    /// How long an answer is believed at most, in nanoseconds: so long a step of the wall clock can stay unnoticed.
    private static let longestBelief: UInt64 = 60_000_000_000

    private(set) var trustedClock: TrustedClock

    /// The licenses that are loaded, and how often they were replaced.
    private(set) var licenses: [License]
    private(set) var generation = 0

    /// How many readings of the clocks were taken.
    private(set) var version = 0

    /// When licenses were signed, as far as the mark of the trusted clock has not got there: it never goes back.
    private var issues: [LicenseInstant]

    /// The reading that was taken last.
    private var reading: GateReading

    /// The time that licenses are held to, by that reading.
    private var now: LicenseInstant

    /// What is granted from its instant on, until ``nextChange``.
    private var entitlements: Entitlements

    private var nextChange: LicenseInstant?
    private var answers: [GateQuestion: GateAnswer] = [:]

    /// The coarse time until which all answers are published.
    private var publishedUntil: UInt64 = 0
    private var observers: [Int: GateObserver] = [:]
    private var observerCount = 0
    private var hasNews = false

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
        self.licenses = licenses
        self.issues = licenses.map(\.issuedAt)
        self.now = Self.observe(&clock, &self.issues, reading.clock)
        self.trustedClock = clock
        self.reading = reading
        self.entitlements = Entitlements(licenses, at: self.now, configuration: configuration)
        self.nextChange = self.entitlements.nextChange()
    }

    /// How many different questions checks were made for.
    var answerCount: Int {
        self.answers.count
    }

    /// How many observers are to be told of changes.
    var activeObserverCount: Int {
        self.observers.count
    }

    /// Goes by what the clocks show.
    ///
    /// Threads read the clocks without a lock and may come here in another order. A reading that began before the one that
    /// was taken last is not needed. One that began later and shows an earlier time is either late, or the clock was set
    /// back: only a reading that began after the last one was taken can tell.
    ///
    /// - Parameters:
    ///   - reading: What the clocks show.
    ///   - version: The ``version`` that was seen before the clocks were read, if one was.
    /// - Returns: `false` where the clocks must be read again, and ``version`` be given.
    mutating func take(_ reading: GateReading, seenAt version: Int?) -> Bool {
        guard reading.coarse >= self.reading.coarse else {
            return true
        }
        var (clock, issues) = (self.trustedClock, self.issues)
        let now = Self.observe(&clock, &issues, reading.clock)
        guard now >= self.now || version == self.version else {
            return false
        }
        self.version += 1
        self.trustedClock = clock
        self.issues = issues
        self.reading = reading
        self.now = now
        if now < self.entitlements.instant || self.nextChange.map({ $0 <= now }) ?? false {
            self.change(to: self.entitlements.at(now))
        } else if self.publishedUntil <= reading.coarse {
            self.publish()
        }
        return true
    }

    /// Takes other licenses, and what they grant at any instant.
    mutating func replace(_ licenses: [License], by entitlements: Entitlements) {
        self.licenses = licenses
        self.generation += 1
        self.issues = licenses.map(\.issuedAt)
        self.now = Self.observe(&self.trustedClock, &self.issues, self.reading.clock)
        self.change(to: entitlements.at(self.now))
    }

    /// The one answer to a question.
    mutating func answer(to question: GateQuestion) -> GateAnswer {
        if let answer = self.answers[question] {
            return answer
        }
        let answer = GateAnswer(question.capabilities)
        self.answers[question] = answer
        // The others are published already.
        if self.publishedUntil > self.reading.coarse {
            answer.publish(self.allows(answer), until: self.publishedUntil)
        }
        return answer
    }

    /// Whether all of a question is allowed.
    func allows(_ answer: GateAnswer) -> Bool {
        self.entitlements.allows(answer.capabilities)
    }

    /// What is granted at this very instant, as pages that count days need it.
    func currentEntitlements() -> Entitlements {
        self.now == self.entitlements.instant ? self.entitlements : self.entitlements.at(self.now)
    }

    /// How long until the next look at the clocks.
    var wait: Duration {
        .nanoseconds(Int64(self.timeLeft))
    }

    /// Has an observer told of each change from now on.
    mutating func add(_ observer: @escaping GateObserver) -> Int {
        self.observerCount += 1
        self.observers[self.observerCount] = observer
        return self.observerCount
    }

    /// Tells an observer nothing more.
    ///
    /// - Returns: The observer, so that what it keeps is released outside the lock.
    mutating func removeObserver(_ id: Int) -> GateObserver? {
        self.observers.removeValue(forKey: id)
    }

    /// The observers that are to be told of a change, once the lock is released.
    mutating func takeNews() -> [GateObserver] {
        guard self.hasNews else {
            return []
        }
        self.hasNews = false
        return Array(self.observers.values)
    }

    /// All observers, of which none is told anything any more.
    mutating func removeObservers() -> [GateObserver] {
        defer { self.observers = [:] }
        return Array(self.observers.values)
    }

    private mutating func change(to entitlements: Entitlements) {
        if !entitlements.answersAlike(self.entitlements) {
            self.hasNews = true
        }
        self.entitlements = entitlements
        self.nextChange = entitlements.nextChange()
        // All old answers end before a new one is given. Whoever gets a new one can then get no old one any more.
        for answer in self.answers.values {
            answer.withdraw()
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

    /// Nanoseconds from the reading until the next change, at most ``longestBelief``.
    private var timeLeft: UInt64 {
        guard let nextChange else {
            return Self.longestBelief
        }
        let seconds = nextChange.secondsSince1970 - self.now.secondsSince1970
        guard seconds < 60 else {
            return Self.longestBelief
        }
        // By the wall clock part of the second has passed. What part of the mark's has, nobody knows: it counts as all.
        let passed = self.now == self.reading.clock.wall ? UInt64(self.reading.clock.nanoseconds) : 1_000_000_000
        let left = UInt64(max(seconds, 0)) * 1_000_000_000
        return left > passed ? left - passed : 0
    }

    /// The time that licenses are held to.
    private static func observe(
        _ clock: inout TrustedClock,
        _ issues: inout [LicenseInstant],
        _ reading: ClockReading
    ) -> LicenseInstant {
        clock.observe(reading)
        if !issues.isEmpty {
            for issuedAt in issues {
                clock.observe(issuedAt: issuedAt)
            }
            let mark = clock.mark ?? .earliest
            issues.removeAll { $0 <= mark }
        }
        return clock.now ?? reading.wall
    }
}

/// Somebody who is told that what licenses grant has changed, or that the gate has ended.
package typealias GateObserver = @Sendable (GateEvent) -> Void

/// What a ``GateObserver`` is told.
package enum GateEvent: Sendable {
    /// What the licenses grant is no longer what it was.
    case changed

    /// No more comes.
    case ended
}
