import LicenseModel
import Synchronization

/// The answer to one question, for readers that do not wait.
///
/// One word holds the verdict and how long it may be believed, so that no reader sees the one of an old answer and the
/// other of a new one.
final class GateAnswer: Sendable {
    /// What is asked: whether all of it is allowed.
    let capabilities: [LicenseCapability]

    /// Twice the coarse time until which the verdict holds, plus 1 where it is yes.
    private let word = Atomic<UInt64>(0)

    init(_ capabilities: [LicenseCapability]) {
        self.capabilities = capabilities
    }

    /// The verdict, or `nil` where its time is over.
    @inline(__always)
    var verdict: Bool? {
        let word = self.word.load(ordering: .acquiring)
        return CoarseClock.now() < word >> 1 ? word & 1 == 1 : nil
    }

    /// Ends the time of the verdict: whoever asks now, waits for the next one.
    func withdraw() {
        self.word.store(0, ordering: .releasing)
    }

    /// Gives a verdict.
    func publish(_ isAllowed: Bool, until deadline: UInt64) {
        self.word.store(deadline << 1 | (isAllowed ? 1 : 0), ordering: .releasing)
    }
}
