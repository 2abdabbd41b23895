#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Returns the processor time that this thread needs for a call.
///
/// Other processes do not change it, so that a bound holds on a busy machine, too.
package func processorTime(_ body: () throws -> Void) rethrows -> Duration {
    let start = processorTime()
    try body()
    return processorTime() - start
}

private func processorTime() -> Duration {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else {
        preconditionFailure("The system has no clock of a thread")
    }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
