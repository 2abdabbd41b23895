/// The changes of what the licenses of a gate grant: ``LicenseGate/changes()``.
///
/// Each reader has an iterator of its own. A slow one sees a change to the newest state, not each one between.
public struct LicenseGateChanges: AsyncSequence, Sendable {
    /// What the sequence tells.
    public typealias Element = Change

    /// A change from one state to the next.
    public struct Change: Sendable {
        /// What the licenses granted before.
        public let before: Entitlements

        /// What the licenses grant now.
        public let after: Entitlements

        /// What differs.
        ///
        /// - Parameter usage: What is in use. Without it, no quotas are told of.
        /// - Returns: The differences, slot by slot, then those that concern no slot.
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

    /// Starts to follow the gate.
    ///
    /// - Returns: An iterator, which tells what has changed since the sequence was made.
    public func makeAsyncIterator() -> Iterator {
        Iterator(self.states.makeAsyncIterator(), since: self.start)
    }

    /// Reads the changes of a gate.
    public struct Iterator: AsyncIteratorProtocol {
        private var states: LicenseGateStates.Iterator
        private var last: Entitlements

        init(_ states: LicenseGateStates.Iterator, since start: Entitlements) {
            self.states = states
            self.last = start
        }

        /// Waits for a change.
        ///
        /// - Returns: The change, or `nil` if the gate has ended or the task is canceled.
        public mutating func next() async -> Change? {
            await self.next(isolation: nil)
        }

        /// Waits for a change.
        ///
        /// - Parameter actor: The actor that the caller runs on.
        /// - Returns: The change, or `nil` if the gate has ended or the task is canceled.
        public mutating func next(isolation actor: isolated (any Actor)?) async -> Change? {
            while let after = await self.states.next(isolation: actor) {
                let before = self.last
                self.last = after
                if !after.answersAlike(before) {
                    return Change(before: before, after: after)
                }
            }
            return nil
        }
    }
}
