import LicenseModel
import Synchronization

/// The cached result of a question, which can be read without a lock.
///
/// The result and its deadline share one atomic word, so that a reader never combines an old result with a new
/// deadline.
final class GateAnswer: Sendable {
    /// The capabilities, all of which must be allowed.
    let capabilities: [LicenseCapability]

    /// The coarse time at which the result becomes invalid, times 2, plus 1 if the capabilities are allowed.
    private let word = Atomic<UInt64>(0)

    init(_ capabilities: [LicenseCapability]) {
        self.capabilities = capabilities
    }

    /// Whether the capabilities are allowed, or `nil` if the result is no longer valid.
    @inline(__always)
    var cachedResult: Bool? {
        let word = self.word.load(ordering: .acquiring)
        return CoarseClock.now() < word >> 1 ? word & 1 == 1 : nil
    }

    /// Discards the result, so that readers take the gate's lock until the next one is published.
    func invalidate() {
        self.word.store(0, ordering: .releasing)
    }

    /// Publishes a result that is valid until a coarse time.
    func publish(_ isAllowed: Bool, until deadline: UInt64) {
        self.word.store(deadline << 1 | (isAllowed ? 1 : 0), ordering: .releasing)
    }
}
