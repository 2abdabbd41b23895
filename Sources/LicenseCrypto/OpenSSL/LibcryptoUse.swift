import CLicenseOpenSSL
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A scope in which the current thread uses libcrypto.
///
/// When the process exits, libcrypto frees its data while other threads still run, which would crash a verification that is
/// in progress. This type therefore counts the active uses. Its exit handler, which runs before libcrypto's, waits for
/// the active uses to finish and refuses new ones.
///
/// ```swift
/// guard let use = LibcryptoUse() else { return nil }
/// defer { use.end() }
/// ```
package struct LibcryptoUse {
    /// Begins a use, and sets a mark in the thread's libcrypto error queue.
    ///
    /// - Returns: `nil` if the process is exiting.
    package init?() {
        guard Self.state.add(1, ordering: .acquiring).newValue < Self.exiting else {
            Self.state.subtract(1, ordering: .releasing)
            return nil
        }
        ERR_set_mark()
    }

    /// Ends the use, and removes its errors from the thread's libcrypto error queue.
    package func end() {
        ERR_pop_to_mark()
        Self.state.subtract(1, ordering: .releasing)
    }

    /// Whether the exit handler is installed, which happens on first access.
    ///
    /// Exit handlers run in reverse order of registration, so libcrypto must have registered its own before.
    static let isExitHandlerInstalled: Bool = {
        // Only the forking thread exists in the child, and it is not using libcrypto. Reset the count.
        pthread_atfork(nil, nil) { LibcryptoUse.state.bitwiseAnd(LibcryptoUse.exiting, ordering: .relaxed) }
        return atexit { LibcryptoUse.waitForActiveUses() } == 0
    }()

    /// The number of active uses, plus ``exiting`` when the process is exiting.
    private static let state = Atomic<UInt64>(0)
    private static let exiting: UInt64 = 1 << 63

    /// Whether the process is exiting, in which case every new use is refused.
    package static var isExiting: Bool {
        self.state.load(ordering: .acquiring) >= self.exiting
    }

    /// Refuses new uses, and waits at most ten seconds for active uses to finish, so that an exit never hangs.
    private static func waitForActiveUses() {
        self.state.bitwiseOr(self.exiting, ordering: .acquiringAndReleasing)
        let end = ContinuousClock.now + .seconds(10)
        while self.state.load(ordering: .acquiring) != self.exiting, ContinuousClock.now < end {
            usleep(1_000)
        }
    }
}
