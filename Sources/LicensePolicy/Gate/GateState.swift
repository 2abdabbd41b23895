import LicenseModel

/// What the gate keeps under its lock.
struct GateState: Sendable {
    /// How long an answer is believed at most, in nanoseconds: so long a step of the wall clock can stay unnoticed.
    private static let longestBelief: UInt64 = 60_000_000_000

    private(set) var trustedClock: TrustedClock

    /// When licences were signed, as far as the mark of the trusted clock has not got there: it never goes back.
    private var issues: [Instant]

    /// What is granted from its instant on, until ``nextChange``.
    private var entitlements: Entitlements

    private var nextChange: Instant?
    private var answers: [[Capability]: GateAnswer] = [:]

    /// The coarse time until which all answers are published.
    private var publishedUntil: UInt64 = 0
    private var observers: [Int: @Sendable (Entitlements?) -> Void] = [:]
    private var observerCount = 0

    init(
        _ licenses: [License],
        configuration: PolicyConfiguration,
        trustedClock: TrustedClock,
        reading: ClockReading
    ) {
        self.trustedClock = trustedClock
        self.issues = licenses.map(\.issuedAt)
        let now = Self.observe(&self.trustedClock, &self.issues, reading)
        self.entitlements = Entitlements(licenses, at: now, configuration: configuration)
        self.nextChange = self.entitlements.nextChange()
    }

    /// Takes other licences, and what they grant at any instant.
    mutating func replace(_ licenses: [License], by entitlements: Entitlements, _ read: () -> GateReading) {
        let reading = read()
        self.issues = licenses.map(\.issuedAt)
        let now = Self.observe(&self.trustedClock, &self.issues, reading.clock)
        self.change(to: entitlements.at(now), reading)
    }

    /// The one answer to a question.
    mutating func answer(to capabilities: [Capability], _ read: () -> GateReading) -> GateAnswer {
        if let answer = self.answers[capabilities] {
            return answer
        }
        let answer = GateAnswer(capabilities)
        self.answers[capabilities] = answer
        self.publishedUntil = 0
        self.follow(read)
        return answer
    }

    /// The verdict on a question, which is published again for other readers.
    mutating func verdict(of answer: GateAnswer, _ read: () -> GateReading) -> Bool {
        // Another thread may have been here while this one waited for the lock.
        if let verdict = answer.verdict {
            return verdict
        }
        self.follow(read)
        return self.entitlements.allows(answer.capabilities)
    }

    /// What is granted at this very instant, as pages that count days need it.
    mutating func entitlements(_ read: () -> GateReading) -> Entitlements {
        self.follow(read)
        let now = self.trustedClock.now ?? self.entitlements.instant
        return now == self.entitlements.instant ? self.entitlements : self.entitlements.at(now)
    }

    /// Looks at the clocks, and goes by what they show.
    ///
    /// - Returns: How long until the next look.
    @discardableResult
    mutating func follow(_ read: () -> GateReading) -> Duration {
        let reading = read()
        let now = Self.observe(&self.trustedClock, &self.issues, reading.clock)
        if now < self.entitlements.instant || self.nextChange.map({ $0 <= now }) ?? false {
            self.change(to: self.entitlements.at(now), reading)
        } else if self.publishedUntil <= reading.coarse {
            self.publish(reading)
        }
        return .nanoseconds(Int64(self.timeLeft(reading)))
    }

    /// Tells an observer the current state, and from then on each change.
    mutating func observe(_ observer: @escaping @Sendable (Entitlements?) -> Void, _ read: () -> GateReading) -> Int {
        observer(self.entitlements(read))
        self.observerCount += 1
        self.observers[self.observerCount] = observer
        return self.observerCount
    }

    mutating func removeObserver(_ id: Int) {
        self.observers[id] = nil
    }

    /// Tells all observers that no more comes.
    mutating func finish() {
        for observer in self.observers.values {
            observer(nil)
        }
        self.observers = [:]
    }

    private mutating func change(to entitlements: Entitlements, _ reading: GateReading) {
        let isNews = !entitlements.answersAlike(self.entitlements)
        self.entitlements = entitlements
        self.nextChange = entitlements.nextChange()
        // All old answers end before a new one is given. Whoever gets a new one can then get no old one any more.
        for answer in self.answers.values {
            answer.withdraw()
        }
        self.publish(reading)
        if isNews {
            for observer in self.observers.values {
                observer(entitlements)
            }
        }
    }

    private mutating func publish(_ reading: GateReading) {
        guard !reading.isSteered else {
            return
        }
        self.publishedUntil = reading.coarse + self.timeLeft(reading)
        for answer in self.answers.values {
            answer.publish(self.entitlements.allows(answer.capabilities), until: self.publishedUntil)
        }
    }

    /// Nanoseconds until the next change, at most ``longestBelief``.
    private func timeLeft(_ reading: GateReading) -> UInt64 {
        guard let nextChange, let now = self.trustedClock.now else {
            return Self.longestBelief
        }
        let seconds = nextChange.secondsSince1970 - now.secondsSince1970
        guard seconds < 60 else {
            return Self.longestBelief
        }
        // By the wall clock part of the second has passed; what part of the mark's has, nobody knows.
        let passed = now == reading.clock.wall ? UInt64(reading.clock.nanoseconds) : 0
        let left = UInt64(max(seconds, 0)) * 1_000_000_000
        return left > passed ? left - passed : 0
    }

    /// The time that licences are held to.
    private static func observe(
        _ clock: inout TrustedClock,
        _ issues: inout [Instant],
        _ reading: ClockReading
    ) -> Instant {
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
