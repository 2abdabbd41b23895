/// A sequence of a gate's entitlements, now and after each change, returned by ``LicenseGate/states()``.
///
/// Each reader has a separate iterator. A slow reader skips intermediate states and gets the newest one.
public struct LicenseGateStates: AsyncSequence, Sendable {
    /// The type of the elements: the entitlements of the gate.
    public typealias Element = Entitlements

    private let gate: @Sendable () -> LicenseGate?

    init(of gate: @escaping @Sendable () -> LicenseGate?) {
        self.gate = gate
    }

    /// Creates an iterator that starts with the current entitlements.
    ///
    /// - Returns: An iterator for one reader.
    public func makeAsyncIterator() -> Iterator {
        Iterator(of: self.gate)
    }

    /// An iterator over the entitlements of a gate.
    ///
    /// The gate signals a change without a value, and at most one signal is buffered. The iterator then reads the
    /// current entitlements from the gate, so the order of signals does not matter, and no code of the reader runs
    /// under the gate's lock.
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

        /// Waits for the next state of the entitlements.
        ///
        /// - Returns: The entitlements, or `nil` if the gate was deinitialized or the task was canceled.
        public mutating func next() async -> Entitlements? {
            await self.next(isolation: nil)
        }

        /// Waits for the next state of the entitlements.
        ///
        /// - Parameter actor: The actor on which the caller runs.
        /// - Returns: The entitlements, or `nil` if the gate was deinitialized or the task was canceled.
        public mutating func next(isolation actor: isolated (any Actor)?) async -> Entitlements? {
            while await self.signals.next(isolation: actor) != nil, let entitlements = self.gate()?.entitlements {
                if let last = self.last, entitlements.isEquivalent(to: last) {
                    continue
                }
                self.last = entitlements
                return entitlements
            }
            return nil
        }
    }
}
