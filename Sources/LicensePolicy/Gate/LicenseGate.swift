public import LicenseModel

/// A thread-safe gate that decides at a trusted time which capabilities the loaded licenses allow.
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
/// The gate gets the time from a ``TrustedClock``, which never goes back below its high-water mark, so setting the wall
/// clock back does not extend a license. Pass both the saved `trustedClock` and the build date
/// (``PolicyConfiguration/build``). Without them, the mark starts at the newest license's `iat`, and someone can set the
/// wall clock back to that time.
///
/// A ``LicenseCheck`` takes nanoseconds, so you can use one on every request. Its answer changes within milliseconds of
/// the instant at which a license starts, expires or reaches the end of its grace period. If someone sets the machine's
/// clock, it changes within a minute, and so it does after the machine resumes from a suspension.
///
/// The gate raises the mark to the build date and to each license's `iat`, unless the `iat` is more than a day ahead of
/// the wall clock. It does not start a thread or task, and does not save anything: save ``trustedClock`` at startup, every
/// ten minutes and at shutdown. It does not check a license's product or environment again; the verifier has done so.
///
/// The gate calls your ``LicenseClock`` and delivers changes without holding its lock. Do not use a gate in a signal
/// handler or after `fork()`: a lock that another thread holds would never be released.
public final class LicenseGate: Sendable {
    /// The product's configuration: its catalog, node, build date and defaults.
    public var configuration: PolicyConfiguration {
        self.state.withLock { $0.configuration }
    }

    private let clock: any LicenseClock
    private let state: Lock<GateState>

    /// Creates a gate for the loaded licenses.
    ///
    /// - Parameters:
    ///   - licenses: The verified licenses in any order. Pass an empty array for a product without a license.
    ///   - configuration: The product's configuration, including its node and build date.
    ///   - trustedClock: The saved trusted clock, or ``TrustedClock/firstStart`` at the first start of the
    ///     installation.
    ///   - clock: The source of the time. The default is the machine's clocks.
    public init(
        _ licenses: [License],
        configuration: PolicyConfiguration,
        trustedClock: TrustedClock,
        clock: any LicenseClock = SystemLicenseClock()
    ) {
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

    /// Replaces all loaded licenses, such as after reloading a folder.
    ///
    /// To add or remove some licenses, call ``modify(_:)`` instead. Existing checks use the new licenses. The update is
    /// atomic: once a caller sees a new answer, it never sees an old one again.
    ///
    /// - Parameter licenses: All licenses to use from now on, in any order. Duplicates are ignored.
    public func update(_ licenses: [License]) {
        self.replace(by: licenses, ifStill: nil)
    }

    /// Replaces all loaded licenses and the node's thumbprints.
    ///
    /// - Parameters:
    ///   - licenses: All licenses to use from now on, in any order.
    ///   - node: The thumbprints of this node, or `.any` to ignore the binding to nodes.
    package func update(_ licenses: [License], node: LicenseRequirement<Set<ClaimString>>) {
        self.replace(by: licenses, ifStill: nil, node: node)
    }

    /// Replaces the licenses, unless they were replaced since a given generation.
    ///
    /// - Parameters:
    ///   - licenses: The new licenses.
    ///   - generation: The generation that the caller has read, or `nil` to replace the licenses unconditionally.
    ///   - node: The node's thumbprints, or `nil` to keep those of the configuration.
    /// - Returns: Whether the licenses were replaced.
    @discardableResult
    func replace(
        by licenses: [License],
        ifStill generation: Int?,
        node: LicenseRequirement<Set<ClaimString>>? = nil
    ) -> Bool {
        // Evaluate before taking the lock, because readers may be waiting for it.
        let licenses = Self.distinct(licenses)
        var configuration = self.configuration
        if let node {
            configuration.node = node
        }
        let entitlements = Entitlements(licenses, at: .earliest, configuration: configuration)
        let isReplaced = self.withState { state in
            guard generation == nil || generation == state.generation else {
                return false
            }
            state.replace(licenses, by: entitlements)
            return true
        }
        self.notify(self.state.withLock { $0.takeObserversToNotify() })
        return isReplaced
    }

    /// Returns the licenses without duplicates, in the same order.
    private static func distinct(_ licenses: [License]) -> [License] {
        var seen: Set<PayloadDigest> = []
        return licenses.filter { seen.insert($0.payloadDigest).inserted }
    }

    /// Returns the licenses and the number of times that they were replaced.
    func loaded() -> (licenses: [License], generation: Int) {
        self.state.withLock { ($0.licenses, $0.generation) }
    }

    /// Creates a reusable check of one capability.
    ///
    /// The gate keeps the check's answer until the gate is deinitialized. If the names in the capability come from
    /// requests, use ``decision(for:)`` instead.
    ///
    /// - Parameter capability: The capability to check.
    /// - Returns: A check that you can store and use on every request.
    public func makeCheck(for capability: LicenseCapability) -> LicenseCheck {
        self.makeCheck(for: capability, and: [])
    }

    /// Creates a reusable check of several capabilities, all of which must be allowed.
    ///
    /// The check has one answer for all capabilities, so it never mixes the states before and after a change. The gate
    /// keeps the answer until the gate is deinitialized.
    ///
    /// - Parameters:
    ///   - first: The first capability to check.
    ///   - others: The other capabilities to check.
    /// - Returns: A check that you can store and use on every request.
    public func makeCheck(for first: LicenseCapability, and others: [LicenseCapability]) -> LicenseCheck {
        let question = GateQuestion([first] + others)
        return LicenseCheck(self.withState { $0.answer(to: question) }, of: self)
    }

    /// Decides whether a capability is allowed now, without caching the result.
    ///
    /// This method takes the gate's lock. For a capability that you check on every request, use ``makeCheck(for:)``.
    ///
    /// - Parameter capability: The capability to check. Its names can come from a request.
    /// - Returns: The decision, with every reason if it is a denial.
    @inline(never)
    public func decision(for capability: LicenseCapability) -> LicenseDecision {
        self.entitlements.decision(for: capability)
    }

    /// Returns whether a capability is allowed now, without caching the result.
    ///
    /// - Parameter capability: The capability to check. Its names can come from a request.
    /// - Returns: `true` if the capability is allowed.
    public func allows(_ capability: LicenseCapability) -> Bool {
        self.decision(for: capability).isAllowed
    }

    /// Throws the denial if a capability is not allowed now, without caching the result.
    ///
    /// - Parameter capability: The capability to check. Its names can come from a request.
    /// - Throws: ``LicenseDenial`` with every reason.
    public func require(_ capability: LicenseCapability) throws(LicenseDenial) {
        try self.decision(for: capability).require()
    }

    /// The current entitlements, for everything that is not a simple check, such as pages and quotas.
    ///
    /// Each access reads the clock and takes the gate's lock. Read the property once per page or transaction, so that
    /// all results are for the same instant.
    public var entitlements: Entitlements {
        // Otherwise every function that uses the entitlements contains the whole access.
        @inline(never)
        get { self.withState { $0.currentEntitlements() } }
    }

    /// The current problems in the licenses and the machine's clock, ordered by code, then by license.
    ///
    /// ``Entitlements/findings`` does not include the problems of the clock. An empty list means that there are no
    /// problems.
    ///
    /// Each access reads the clock and takes the gate's lock.
    public var findings: [LicenseFinding] {
        self.current().findings
    }

    /// Returns the current entitlements and findings for the same instant.
    func current() -> (entitlements: Entitlements, findings: [LicenseFinding]) {
        self.withState { state in
            let entitlements = state.currentEntitlements()
            return (
                entitlements, (entitlements.findings + (state.trustedClock.finding.map { [$0] } ?? [])).ordered(by: <)
            )
        }
    }

    /// The current trusted clock, which you save every ten minutes and when the process stops.
    ///
    /// Each access reads the clock and takes the gate's lock.
    public var trustedClock: TrustedClock {
        self.withState { $0.trustedClock }
    }

    /// Adds an observer of changes and of the end of the gate.
    ///
    /// The observer runs on the thread that detected the change, outside the gate's lock, so it can use the gate.
    /// Several threads can call it at the same time and in any order, so it must read the current state from the gate.
    /// A change that is caused by time alone is detected when the gate is used or ``follow()`` is called.
    ///
    /// - Parameter observer: The closure to call for each event.
    /// - Returns: The observer's identifier for ``removeObserver(_:)``.
    package func observe(_ observer: @escaping GateObserver) -> Int {
        self.state.withLock { $0.add(observer) }
    }

    /// Removes an observer, which can still get an event that another thread is delivering.
    ///
    /// - Parameter id: The observer's identifier.
    package func removeObserver(_ id: Int) {
        let observer = self.state.withLock { $0.removeObserver(id) }
        // Without this the optimizer may release the observer under the lock, and its captured values may use the gate.
        withExtendedLifetime(observer) {}
    }

    /// Reads the clock and updates the gate.
    ///
    /// The gate does this automatically, at the latest a minute after the machine's clock was set. Call this method
    /// only if you use a manual clock and wait for changes, after you move the clock.
    public func refresh() {
        self.follow()
    }

    /// The number of different checks, each of which has a cached answer.
    package var checkCount: Int {
        self.state.withLock { $0.answerCount }
    }

    /// The number of observers that are notified of changes.
    package var observerCount: Int {
        self.state.withLock { $0.activeObserverCount }
    }

    /// Returns whether the capabilities of an answer are allowed now, for an answer whose cached result has expired.
    func evaluate(_ answer: GateAnswer) -> Bool {
        self.withState { $0.allows(answer) }
    }

    /// Reads the clock and updates the gate.
    ///
    /// - Returns: The time after which to call this method again, at most a minute.
    @discardableResult
    package func follow() -> Duration {
        self.withState { $0.wait }
    }

    /// Reads the clocks, updates the state, and then runs a closure with it under the lock.
    private func withState<Result>(_ body: (inout GateState) -> Result) -> Result {
        self.readClock()
        return self.state.withLock(body)
    }

    /// Reads the clocks and updates the state.
    ///
    /// The clock is read before the lock is taken, and observers are notified after it is released.
    private func readClock() {
        var version: Int?
        var isDone = false
        while !isDone {
            let reading = GateReading(self.clock)
            let observers = self.state.withLock { state in
                isDone = state.apply(reading, seenAt: version)
                version = state.version
                return state.takeObserversToNotify()
            }
            self.notify(observers)
        }
    }

    /// Notifies observers of a change.
    private func notify(_ observers: [GateObserver]) {
        for observer in observers {
            observer(.changed)
        }
    }
}

// Names that developers are likely to try, for which the compiler suggests the actual name.
extension LicenseGate {
    /// Use ``allows(_:)`` instead of this method.
    @available(*, unavailable, renamed: "allows(_:)")
    public func isAllowed(_ capability: LicenseCapability) -> Bool {
        self.allows(capability)
    }

    /// Use ``require(_:)``, ``decision(for:)`` or ``makeCheck(for:)`` instead of this method.
    @available(
        *,
        unavailable,
        message: "use require(_:) or decision(for:); on every request, use a check that makeCheck(for:) made once"
    )
    public func check(_ capability: LicenseCapability) -> LicenseCheck {
        self.makeCheck(for: capability)
    }
}
