/// What the licenses of a gate grant, now and after each change: ``LicenseGate/states()``.
///
/// Each reader has an iterator of its own. A slow one sees the newest state, not each one between.
public struct LicenseGateStates: AsyncSequence, Sendable {
    /// What the licenses grant.
    public typealias Element = Entitlements

    private let gate: @Sendable () -> LicenseGate?

    init(of gate: @escaping @Sendable () -> LicenseGate?) {
        self.gate = gate
    }

    /// Starts to follow the gate.
    ///
    /// - Returns: An iterator, whose first element is the current state.
    public func makeAsyncIterator() -> Iterator {
        Iterator(of: self.gate)
    }

    /// Reads the states of a gate.
    ///
    /// A change is told as a signal without a value, at most one of which waits. The reader then asks the gate for the state
    /// that there is, so that signals out of order do no harm, and nothing of the reader's runs under the gate's lock.
    public struct Iterator: AsyncIteratorProtocol {
        private let gate: @Sendable () -> LicenseGate?
        private var signals: AsyncStream<Void>.Iterator
        private var last: Entitlements?

        init(of gate: @escaping @Sendable () -> LicenseGate?) {
            let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            self.gate = gate
            self.signals = stream.makeAsyncIterator()
            guard let observed = gate() else {
                continuation.finish()
                return
            }
            let follower = GateFollower(gate)
            let id = observed.observe { event in
                switch event {
                case .changed:
                    continuation.yield()
                    follower.restart()
                case .ended:
                    continuation.finish()
                }
            }
            continuation.onTermination = { _ in
                follower.stop()
                gate()?.removeObserver(id)
            }
            follower.restart()
            continuation.yield()
        }

        /// Waits for a new state.
        ///
        /// - Returns: What the licenses grant now, or `nil` if the gate has ended or the task is canceled.
        public mutating func next() async -> Entitlements? {
            await self.next(isolation: nil)
        }

        /// Waits for a new state.
        ///
        /// - Parameter actor: The actor that the caller runs on.
        /// - Returns: What the licenses grant now, or `nil` if the gate has ended or the task is canceled.
        public mutating func next(isolation actor: isolated (any Actor)?) async -> Entitlements? {
            while await self.signals.next(isolation: actor) != nil, let entitlements = self.gate()?.entitlements {
                if let last = self.last, entitlements.answersAlike(last) {
                    continue
                }
                self.last = entitlements
                return entitlements
            }
            return nil
        }
    }
}
