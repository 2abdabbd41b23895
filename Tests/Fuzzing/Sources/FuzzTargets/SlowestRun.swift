import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The longest CPU time that one input took.
struct SlowestRun: ~Copyable {
    private let nanoseconds = Atomic<Int>(0)

    /// Runs a body, and keeps its CPU time if it is the longest one.
    borrowing func measure(_ body: () -> Void) {
        let start = Self.now
        body()
        self.nanoseconds.max(Self.now - start, ordering: .relaxed)
    }

    /// The time in milliseconds, with two decimals.
    var description: String {
        let hundredths = self.nanoseconds.load(ordering: .relaxed) / 10_000
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) ms"
    }

    /// The CPU time of this thread in nanoseconds.
    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
