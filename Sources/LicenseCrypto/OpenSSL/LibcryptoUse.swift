import CLicenseOpenSSL
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One use of libcrypto, from its start to its end.
///
/// When the process exits, libcrypto frees what it holds while other threads still run, and a verification that runs then
/// crashes. So uses are counted. The library's own exit handler, which runs before libcrypto's, lets the uses that have
/// begun finish and refuses new ones.
///
/// ```swift
/// guard let use = LibcryptoUse() else { return nil }
/// defer { use.end() }
/// ```
package struct LibcryptoUse {
    /// Begins a use, and marks the thread's queue of libcrypto errors.
    ///
    /// - Returns: `nil` where the process is exiting.
    package init?() {
        guard Self.state.add(1, ordering: .acquiring).newValue < Self.exiting else {
            Self.state.subtract(1, ordering: .releasing)
            return nil
        }
        ERR_set_mark()
    }

    /// Ends the use, and drops the errors that it left in the thread's queue.
    package func end() {
        ERR_pop_to_mark()
        Self.state.subtract(1, ordering: .releasing)
    }

    /// Has uses counted at exit from now on, once in a process.
    ///
    /// Exit handlers run last to first. libcrypto must have registered its own before.
    static let isGuardedAtExit: Bool = {
        // A forked child has the forking thread alone, which uses nothing.
        pthread_atfork(nil, nil) { LibcryptoUse.state.bitwiseAnd(LibcryptoUse.exiting, ordering: .relaxed) }
        return atexit { LibcryptoUse.finishAll() } == 0
    }()

    /// How many uses run, plus ``exiting`` once the process exits.
    private static let state = Atomic<UInt64>(0)
    private static let exiting: UInt64 = 1 << 63

    /// Whether the process exits, so that every use is refused.
    package static var isExiting: Bool {
        self.state.load(ordering: .acquiring) >= self.exiting
    }

    /// Refuses new uses and waits for those that run, ten seconds at most: an exit never hangs.
    private static func finishAll() {
        self.state.bitwiseOr(self.exiting, ordering: .acquiringAndReleasing)
        let end = ContinuousClock.now + .seconds(10)
        while self.state.load(ordering: .acquiring) != self.exiting, ContinuousClock.now < end {
            usleep(1_000)
        }
    }
}
