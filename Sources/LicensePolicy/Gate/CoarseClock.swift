#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A clock that is read in a few nanoseconds, runs evenly, and cannot be set.
///
/// It steps by some milliseconds, and stands still while the machine is suspended. Both only make an answer a little older
/// than it could be.
package enum CoarseClock {
    /// Nanoseconds since some point in the past.
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
