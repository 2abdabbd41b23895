public import LicenseModel

/// Answers 'may I?' on every request of a server, in nanoseconds.
///
/// The gate holds the licences that are loaded and follows the time by itself: what changes when a licence starts, ends or
/// runs out of grace is answered so from that instant on. It holds licences to a ``TrustedClock``: setting the wall clock
/// back while the process runs gains nothing.
///
/// ```swift
/// let gate = try LicenseGate(verifier.verify(file: text).licenses)
/// let viewVMware = gate.check(.view(.module(.vmware)))    // once
/// try viewVMware.require()                                // on every request
/// ```
///
/// A check is remembered for as long as the gate lives. Ask what depends on names that come from a request of
/// ``entitlements`` instead.
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
        self.state = Lock(
            GateState(licenses, configuration: configuration, trustedClock: trustedClock, reading: clock.read())
        )
    }

    deinit {
        self.state.withLock { $0.finish() }
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
        self.state.withLock { $0.replace(licenses, by: entitlements, self.reading) }
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
        LicenseCheck(self.state.withLock { $0.answer(to: capabilities, self.reading) }, of: self)
    }

    /// What the licences grant now, to ask for everything that is no check: what a page shows, whether hosts may be added,
    /// what names that come from a request stand for.
    ///
    /// Take it once for each page or transaction, so that all its answers are of one instant.
    public var entitlements: Entitlements {
        self.state.withLock { $0.entitlements(self.reading) }
    }

    /// What an operator should look at now, in the licences and in the machine's clock, ordered by code, then by licence.
    public var findings: [Finding] {
        self.state.withLock { state in
            let entitlements = state.entitlements(self.reading)
            return (entitlements.findings + (state.trustedClock.finding.map { [$0] } ?? [])).sorted()
        }
    }

    /// The time that the licences are held to, whose mark is to be saved every ten minutes and at stop.
    public var trustedClock: TrustedClock {
        self.state.withLock { state in
            state.follow(self.reading)
            return state.trustedClock
        }
    }

    /// Tells what the licences grant, now and after each change, to an observer, and `nil` when the gate ends.
    ///
    /// The observer is told under the gate's lock: it must be quick, and must not ask the gate. A change that time alone
    /// brings comes when somebody asks the gate or lets it ``follow()``.
    ///
    /// - Returns: What ``removeObserver(_:)`` knows the observer by.
    package func observe(_ observer: @escaping @Sendable (Entitlements?) -> Void) -> Int {
        self.state.withLock { $0.observe(observer, self.reading) }
    }

    /// Tells an observer nothing more.
    package func removeObserver(_ id: Int) {
        self.state.withLock { $0.removeObserver(id) }
    }

    /// Looks at the clock, and goes by what it shows.
    ///
    /// The gate does so by itself, at the latest a minute after the machine's clock was set. Only who steers a clock of
    /// his own and waits for changes needs it.
    public func refresh() {
        self.follow()
    }

    /// Answers a check whose answer's time is over.
    func isAllowed(_ answer: GateAnswer) -> Bool {
        self.state.withLock { $0.verdict(of: answer, self.reading) }
    }

    /// Looks at the clock.
    ///
    /// - Returns: How long until the next look.
    @discardableResult
    package func follow() -> Duration {
        self.state.withLock { $0.follow(self.reading) }
    }

    private func reading() -> GateReading {
        GateReading(self.clock)
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
