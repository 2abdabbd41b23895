public import LicenseModel

/// Answers 'may I?' on every request of a server, in nanoseconds.
///
/// The gate holds the licenses that are loaded and follows the time by itself: what changes when a license starts, ends or
/// runs out of grace is answered so from that instant on.
///
/// ```swift
/// let gate = try LicenseGate(verifier.verify(file: text).licenses)
/// let viewVMware = gate.check(.view(.module(.vmware)))    // once
/// try viewVMware.require()                                // on every request
/// ```
///
/// It holds licenses to a ``TrustedClock``: setting the wall clock back below the clock's mark gains nothing. Without a saved
/// mark (`trustedClock`) and the build's date (``PolicyConfiguration/builtAt``), the mark starts at the newest license's `iat`, and
/// the wall clock can be set back to there. Give both.
///
/// A check is remembered for as long as the gate lives. Ask what depends on names that come from a request of
/// ``entitlements`` instead.
///
/// The gate calls the clock before it takes its lock, and tells of changes after it has released it. Threads may use it at
/// once. A signal handler and a forked child must not: a lock that another thread holds is never released there.
public final class LicenseGate: Sendable {
    /// What the product decided.
    public let configuration: PolicyConfiguration

    /// The environments whose licences are taken.
    public let environments: Set<KeyEnvironment>

    private let clock: any LicenseClock
    private let state: Lock<GateState>

    /// Opens a gate with the licences that are loaded.
    ///
    /// - Parameters:
    ///   - licenses: The licences, in any order. None: a product without a licence.
    ///   - configuration: What the product decided.
    ///   - clock: What shows the time. By default the machine's clocks.
    ///   - trustedClock: What was saved of the trusted time, so that it goes on over a restart.
    ///   - environments: The environments whose licences are taken. By default production alone.
    /// - Throws: ``LicenseModel/LicenseError`` with ``LicenseModel/LicenseError/Code/keyNotValid`` where a licence is of
    ///   another environment.
    public init(
        _ licenses: [License],
        configuration: PolicyConfiguration = PolicyConfiguration(),
        clock: any LicenseClock = SystemClock(),
        trustedClock: TrustedClock = TrustedClock(),
        environments: Set<KeyEnvironment> = [.production]
    ) throws(LicenseError) {
        try Self.require(environments, of: licenses)
        self.configuration = configuration
        self.environments = environments
        self.clock = clock
        let reading = GateReading(clock)
        self.state = Lock(
            GateState(licenses, configuration: configuration, trustedClock: trustedClock, reading: reading)
        )
    }

    deinit {
        let observers = self.state.withLock { $0.removeObservers() }
        for observer in observers {
            observer(.ended)
        }
    }

    /// Replaces the licences, after an import, a deletion or a reload.
    ///
    /// Checks that were made before go by the new licences. No reader sees half of it: who has had one new answer gets no
    /// old one any more.
    ///
    /// - Parameter licenses: All the licences that are loaded now.
    /// - Throws: ``LicenseModel/LicenseError`` with ``LicenseModel/LicenseError/Code/keyNotValid`` where a licence is of
    ///   another environment. The gate then goes on with the licences that it has.
    public func update(_ licenses: [License]) throws(LicenseError) {
        try Self.require(self.environments, of: licenses)
        // Before the lock, which readers may wait for.
        let entitlements = Entitlements(licenses, at: .earliest, configuration: self.configuration)
        self.withState { $0.replace(licenses, by: entitlements) }
    }

    /// A check of one capability, to be made once and asked often.
    ///
    /// - Parameter capability: What is asked for.
    /// - Returns: The check.
    public func check(_ capability: Capability) -> LicenseCheck {
        self.check(allOf: [capability])
    }

    /// A check of several capabilities at once, to be made once and asked often.
    ///
    /// It has one answer for all of them, so that it never mixes the states before and after a change.
    ///
    /// - Parameter capabilities: What is asked for. None: the answer is always yes.
    /// - Returns: The check.
    public func check(allOf capabilities: [Capability]) -> LicenseCheck {
        let question = GateQuestion(capabilities)
        return LicenseCheck(self.withState { $0.answer(to: question) }, of: self)
    }

    /// What the licences grant now, to ask for everything that is no check: what a page shows, whether hosts may be added,
    /// what names that come from a request stand for.
    ///
    /// Take it once for each page or transaction, so that all its answers are of one instant.
    public var entitlements: Entitlements {
        self.withState { $0.currentEntitlements() }
    }

    /// What an operator should look at now, in the licences and in the machine's clock, ordered by code, then by licence.
    public var findings: [Finding] {
        self.withState { state in
            (state.currentEntitlements().findings + (state.trustedClock.finding.map { [$0] } ?? [])).sorted()
        }
    }

    /// The time that the licences are held to, whose mark is to be saved every ten minutes and at stop.
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
    /// The gate does so by itself, at the latest a minute after the machine's clock was set. Only who steers a clock of
    /// his own and waits for changes needs it.
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
    func isAllowed(_ answer: GateAnswer) -> Bool {
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
    ///
    /// Only the state's own code runs under the lock: the clock is read before, and observers are told after.
    private func withState<Result>(_ body: (inout GateState) -> Result) -> Result {
        var version: Int?
        while true {
            let reading = GateReading(self.clock)
            let (result, observers): (Result?, [GateObserver]) = self.state.withLock { state in
                guard state.take(reading, seenAt: version) else {
                    version = state.version
                    return (nil, [])
                }
                let result = body(&state)
                return (result, state.takeNews())
            }
            for observer in observers {
                observer(.changed)
            }
            if let result {
                return result
            }
        }
    }

    private static func require(
        _ environments: Set<KeyEnvironment>,
        of licenses: [License]
    ) throws(LicenseError) {
        for license in licenses where !environments.contains(license.environment) {
            throw LicenseError(
                .keyNotValid,
                "The licence is signed with the key '\(license.keyID)' of the \(license.environment.rawValue) environment,"
                    + " which is not taken here. Install a licence made for this environment.",
                licenseID: license.id
            )
        }
    }
}
