import LicenseModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A license clock that reads the wall clock and the boot time of the machine.
///
/// ```swift
/// let gate = LicenseGate(
///     licenses,
///     configuration: configuration,
///     trustedClock: trustedClock,
///     clock: SystemLicenseClock()  // the default
/// )
/// ```
public struct SystemLicenseClock: LicenseClock {
    private let bootID: String

    /// Creates a clock and reads the machine's boot identifier once.
    ///
    /// The identifier is `/proc/sys/kernel/random/boot_id` on Linux, and `kern.bootsessionuuid` on Apple platforms. If
    /// it cannot be read, it is empty, and a restart of the machine is detected only if the boot time is at least 60
    /// seconds lower than before.
    public init() {
        self.bootID = Self.systemBootID() ?? ""
    }

    /// Reads the wall clock, then the boot time.
    ///
    /// - Returns: The values of both clocks, with the boot identifier.
    public func read() -> ClockReading {
        let wall = Self.time(CLOCK_REALTIME)
        return ClockReading(
            wall: LicenseInstant(secondsSince1970: Int64(wall.tv_sec)),
            nanoseconds: Int32(clamping: wall.tv_nsec),
            bootTime: Int64(Self.time(Self.bootClock).tv_sec),
            bootID: self.bootID
        )
    }

    #if canImport(Darwin)
    // On Apple platforms this clock continues while the machine sleeps.
    private static var bootClock: clockid_t { CLOCK_MONOTONIC }
    #else
    private static var bootClock: clockid_t { CLOCK_BOOTTIME }
    #endif

    private static func time(_ clock: clockid_t) -> timespec {
        var time = timespec()
        let status = unsafe clock_gettime(clock, &time)
        precondition(status == 0, "clock_gettime failed with error \(errno)")
        return time
    }

    #if canImport(Darwin)
    private static func systemBootID() -> String? {
        var bytes = [UInt8](repeating: 0, count: 64)
        var count = bytes.count
        guard unsafe sysctlbyname("kern.bootsessionuuid", &bytes, &count, nil, 0) == 0 else {
            return nil
        }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    #else
    private static func systemBootID() -> String? {
        guard let file = unsafe fopen("/proc/sys/kernel/random/boot_id", "re") else {
            return nil
        }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        guard count > 0 else {
            return nil
        }
        return String(decoding: bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
    #endif
}
