/// A sequence of the changes to a gate's entitlements, returned by ``LicenseGate/changes()``.
///
/// Each reader has a separate iterator. A slow reader gets one change to the newest state instead of each intermediate
/// change.
public struct LicenseGateChanges: AsyncSequence, Sendable {
    /// The type of the elements: a change between two states.
    public typealias Element = Change

    /// A change from one state of the entitlements to the next.
    public struct Change: Sendable {
        /// The entitlements before the change.
        public let before: Entitlements

        /// The entitlements after the change.
        public let after: Entitlements

        /// Returns the differences between the entitlements before and after the change.
        ///
        /// - Parameter usage: The current usage. If it is `nil`, quotas are not compared.
        /// - Returns: The differences by slot, followed by those that do not belong to a slot.
        public func differences(given usage: LicenseUsage? = nil) -> [EntitlementChange] {
            self.before.report(given: usage).changes(to: self.after.report(given: usage))
        }
    }

    private let states: LicenseGateStates
    private let start: Entitlements

    init(_ states: LicenseGateStates, since start: Entitlements) {
        self.states = states
        self.start = start
    }

    /// Creates an iterator that returns the changes since the sequence was created.
    ///
    /// - Returns: An iterator for one reader.
    public func makeAsyncIterator() -> Iterator {
        Iterator(self.states.makeAsyncIterator(), since: self.start)
    }

    /// An iterator over the changes to a gate's entitlements.
    public struct Iterator: AsyncIteratorProtocol {
        private var states: LicenseGateStates.Iterator
        private var last: Entitlements

        init(_ states: LicenseGateStates.Iterator, since start: Entitlements) {
            self.states = states
            self.last = start
        }

        /// Waits for the next change.
        ///
        /// - Returns: The change, or `nil` if the gate was deinitialized or the task was canceled.
        public mutating func next() async -> Change? {
            await self.next(isolation: nil)
        }

        /// Waits for the next change.
        ///
        /// - Parameter actor: The actor on which the caller runs.
        /// - Returns: The change, or `nil` if the gate was deinitialized or the task was canceled.
        public mutating func next(isolation actor: isolated (any Actor)?) async -> Change? {
            while let after = await self.states.next(isolation: actor) {
                let before = self.last
                self.last = after
                if !after.isEquivalent(to: before) {
                    return Change(before: before, after: after)
                }
            }
            return nil
        }
    }
}
