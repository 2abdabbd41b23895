public import LicenseModel

/// Answers on every request of a server whether the licenses allow it, in nanoseconds.
///
/// ```swift
/// let gate = LicenseGate(
///     try verifier.verify(contents: file).licenses,
///     configuration: PolicyConfiguration(catalog: catalog, node: .any, build: .made(at: buildDate)),
///     trustedClock: isFirstStart ? .firstStart : try decoder.decode(TrustedClock.self, from: saved)
/// )
/// let replicate = gate.makeCheck(for: .operate(.module("replication")))    // once
/// try replicate.require()                                                  // on every request
/// ```
///
/// What the gate does by itself: it reads the clock each time that it is asked what is allowed, and a check's answer is at most a
/// minute old; it takes each license's `iat`, unless that is more than a day ahead of the clock, and the build's date as times
/// that are past; and it changes its answers at the instant at which a license starts, ends or runs out of grace. By itself it
/// starts no thread or task, and saves nothing: save ``trustedClock`` every ten minutes and at stop.
///
/// It holds licenses to a ``TrustedClock``: setting the wall clock back below the clock's mark gains nothing. Without a saved
/// mark (`trustedClock`) and the build's date (``PolicyConfiguration/build``), the mark starts at the newest license's `iat`, and
/// the wall clock can be set back to there. Give both.
///
/// The gate takes the licenses as they are. Which environments and products are taken is the verifier's decision.
///
/// The gate calls the clock before it takes its lock, and tells of changes after it has released it. Threads may use it at
/// once. A signal handler and a forked child must not: a lock that another thread holds is never released there.
public final class LicenseGate: Sendable {
    /// What the product decided.
    public let configuration: PolicyConfiguration

    private let clock: any LicenseClock
    private let state: Lock<GateState>

    /// Opens a gate with the licenses that are loaded.
    ///
    /// - Parameters:
    ///   - licenses: The licenses, in any order. None: a product without a license.
    ///   - configuration: What the product decided, among it which node this is and when the build was made.
    ///   - trustedClock: What was saved of the trusted time, so that it goes on over a restart, or
    ///     ``TrustedClock/firstStart``.
    ///   - clock: What shows the time. By default the machine's clocks.
    public init(
        _ licenses: [License],
        configuration: PolicyConfiguration,
        trustedClock: TrustedClock,
        clock: any LicenseClock = SystemLicenseClock()
    ) {
        self.configuration = configuration
        self.clock = clock
        let reading = GateReading(clock)
        self.state = Lock(
            GateState(
                Self.distinct(licenses),
                configuration: configuration,
                trustedClock: trustedClock,
                reading: reading
            )
        )
    }

    deinit {
        let observers = self.state.withLock { $0.removeObservers() }
        for observer in observers {
            observer(.ended)
        }
    }

    /// Replaces the licenses, after an import, a deletion or a reload.
    ///
    /// Checks that were made before go by the new licenses. No reader sees half of it: once a caller sees a new answer, it
    /// never sees an old one again.
    ///
    /// It is for a caller that knows all of them, such as after a reload of a folder. To add or remove some, ``modify(_:)``.
    ///
    /// - Parameter licenses: All the licenses that are loaded now.
    public func update(_ licenses: [License]) {
        self.replace(by: licenses, ifStill: nil)
    }

    /// Replaces the licenses, if they are still those that a caller has seen.
    ///
    /// - Returns: Whether they were replaced.
    @discardableResult
    func replace(by licenses: [License], ifStill generation: Int?) -> Bool {
        // Before the lock, which readers may wait for.
        let licenses = Self.distinct(licenses)
        let entitlements = Entitlements(licenses, at: .earliest, configuration: self.configuration)
        let isReplaced = self.withState { state in
            guard generation == nil || generation == state.generation else {
                return false
            }
            state.replace(licenses, by: entitlements)
            return true
        }
        self.tell(self.state.withLock { $0.takeNews() })
        return isReplaced
    }

    /// Some licenses, each once.
    private static func distinct(_ licenses: [License]) -> [License] {
        var seen: Set<PayloadDigest> = []
        return licenses.filter { seen.insert($0.payloadDigest).inserted }
    }

    /// The licenses, and how often they were replaced.
    func loaded() -> (licenses: [License], generation: Int) {
        self.state.withLock { ($0.licenses, $0.generation) }
    }

    /// Makes a check of one capability, to be asked often.
    ///
    /// The gate keeps it for as long as it lives. For names that come from requests, ask ``decision(for:)`` instead.
    ///
    /// - Parameter capability: What is asked for.
    /// - Returns: The check.
    public func makeCheck(for capability: LicenseCapability) -> LicenseCheck {
        self.makeCheck(for: capability, and: [])
    }

    /// Makes a check of several capabilities at once, to be asked often.
    ///
    /// It has one answer for all of them, so that it never mixes the states before and after a change. The gate keeps it
    /// for as long as it lives.
    ///
    /// - Parameters:
    ///   - first: What is asked for.
    ///   - others: What else is asked for.
    /// - Returns: The check.
    public func makeCheck(for first: LicenseCapability, and others: [LicenseCapability]) -> LicenseCheck {
        let question = GateQuestion([first] + others)
        return LicenseCheck(self.withState { $0.answer(to: question) }, of: self)
    }

    /// Decides whether a capability is allowed now, and keeps nothing.
    ///
    /// It takes a lock and evaluates. For what is asked on every request, ``makeCheck(for:)``.
    ///
    /// - Parameter capability: What is asked for. Its names may come from a request.
    /// - Returns: Yes, or no with every reason.
    public func decision(for capability: LicenseCapability) -> LicenseDecision {
        self.entitlements.decision(for: capability)
    }

    /// Tells whether a capability is allowed now, and keeps nothing.
    ///
    /// - Parameter capability: What is asked for. Its names may come from a request.
    /// - Returns: Whether it is allowed.
    public func allows(_ capability: LicenseCapability) -> Bool {
        self.decision(for: capability).isAllowed
    }

    /// Throws the denial if a capability isn't allowed now, and keeps nothing.
    ///
    /// - Parameter capability: What is asked for. Its names may come from a request.
    /// - Throws: ``LicenseDenial`` with every reason.
    public func require(_ capability: LicenseCapability) throws(LicenseDenial) {
        try self.decision(for: capability).require()
    }

    /// What the licenses grant now, to ask for everything that is no check: what a page shows, and whether something may be
    /// added.
    ///
    /// It reads the clock and takes the gate's lock. Take it once for each page or transaction, so that all its answers are
    /// of one instant.
    public var entitlements: Entitlements {
        self.withState { $0.currentEntitlements() }
    }

    /// What an operator should look at now, in the licenses and in the machine's clock, ordered by code, then by license.
    ///
    /// ``Entitlements/findings`` has those of the licenses alone: it knows no clock.
    ///
    /// It reads the clock and takes the gate's lock.
    public var findings: [LicenseFinding] {
        self.current().findings
    }

    /// What the licenses grant now, and what an operator should look at, of one instant.
    func current() -> (entitlements: Entitlements, findings: [LicenseFinding]) {
        self.withState { state in
            let entitlements = state.currentEntitlements()
            return (entitlements, (entitlements.findings + (state.trustedClock.finding.map { [$0] } ?? [])).ordered())
        }
    }

    /// The time that the licenses are held to, whose mark is to be saved every ten minutes and at stop.
    ///
    /// It reads the clock and takes the gate's lock.
    public var trustedClock: TrustedClock {
        self.withState { $0.trustedClock }
    }

    /// Tells an observer of each change, and of the gate's end.
    ///
    /// The observer is told on the thread that noticed, outside the gate's lock: it may ask the gate. Two threads may tell it
    /// at once and in any order, so it asks for the state that there is instead of being given one. A change that time alone
    /// brings comes when somebody asks the gate or lets it ``follow()``.
    ///
    /// - Returns: What ``removeObserver(_:)`` knows the observer by.
    package func observe(_ observer: @escaping GateObserver) -> Int {
        self.state.withLock { $0.add(observer) }
    }

    /// Tells an observer nothing more, but what a thread has begun to tell.
    package func removeObserver(_ id: Int) {
        let observer = self.state.withLock { $0.removeObserver(id) }
        // Else the optimizer releases it under the lock, and what it keeps may ask the gate.
        withExtendedLifetime(observer) {}
    }

    /// Looks at the clock, and goes by what it shows.
    ///
    /// The gate does so by itself, at the latest a minute after the machine's clock was set. Call this only when you supply
    /// a manual clock and wait for changes.
    public func refresh() {
        self.follow()
    }

    /// How many different questions checks were made for, each of which is kept.
    package var checkCount: Int {
        self.state.withLock { $0.answerCount }
    }

    /// How many observers are told of changes.
    package var observerCount: Int {
        self.state.withLock { $0.activeObserverCount }
    }

    /// Answers a check whose answer's time is over.
    func verdict(on answer: GateAnswer) -> Bool {
        self.withState { $0.allows(answer) }
    }

    /// Looks at the clock.
    ///
    /// - Returns: How long until the next look.
    @discardableResult
    package func follow() -> Duration {
        self.withState { $0.wait }
    }

    /// Reads the clocks, goes by what they show, and then does something with the state.
    private func withState<Result>(_ body: (inout GateState) -> Result) -> Result {
        self.takeTime()
        return self.state.withLock(body)
    }

    /// Reads the clocks, and goes by what they show.
    ///
    /// Only the state's own code runs under the lock: the clock is read before, and observers are told after.
    private func takeTime() {
        var version: Int?
        var isTaken = false
        while !isTaken {
            let reading = GateReading(self.clock)
            let observers = self.state.withLock { state in
                isTaken = state.take(reading, seenAt: version)
                version = state.version
                return state.takeNews()
            }
            self.tell(observers)
        }
    }

    /// Tells observers of a change.
    private func tell(_ observers: [GateObserver]) {
        for observer in observers {
            observer(.changed)
        }
    }
}

// What is often guessed, with the answer.
extension LicenseGate {
    /// See ``allows(_:)``.
    @available(*, unavailable, renamed: "allows(_:)")
    public func isAllowed(_ capability: LicenseCapability) -> Bool {
        self.allows(capability)
    }

    /// See ``makeCheck(for:)``.
    @available(*, unavailable, message: "use require(_:) or decision(for:), or makeCheck(for:) for what is asked often")
    public func check(_ capability: LicenseCapability) -> LicenseCheck {
        self.makeCheck(for: capability)
    }
}
