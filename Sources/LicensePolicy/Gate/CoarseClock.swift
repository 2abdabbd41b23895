#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A monotonic clock that takes only a few nanoseconds to read.
///
/// Its resolution is a few milliseconds, and it stops while the machine is suspended. A cached answer can therefore be
/// used for a few milliseconds, or the time of a suspension, after its deadline.
package enum CoarseClock {
    /// Returns the nanoseconds since an unspecified point in the past.
    package static func now() -> UInt64 {
        #if canImport(Darwin)
        unsafe clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW_APPROX)
        #else
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        return UInt64(truncatingIfNeeded: time.tv_sec &* 1_000_000_000 &+ time.tv_nsec)
        #endif
    }
}
