#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A value that is protected by a pthread mutex.
///
/// `Synchronization.Mutex` would work, too, but on Linux the thread sanitizer does not recognize its futex and reports
/// false races.
@safe package final class Lock<State: ~Copyable & Sendable>: @unchecked Sendable {
    // On the heap, because a mutex must not move in memory.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var state: State

    package init(_ state: consuming State) {
        unsafe self.mutex = .allocate(capacity: 1)
        self.state = state
        let status = unsafe pthread_mutex_init(self.mutex, nil)
        precondition(status == 0, "pthread_mutex_init failed with error \(status)")
    }

    deinit {
        unsafe pthread_mutex_destroy(self.mutex)
        unsafe self.mutex.deallocate()
    }

    /// Runs a closure with exclusive access to the state.
    ///
    /// The lock is not recursive: the closure must not lock it again.
    package func withLock<Result, Failure: Error>(
        _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let status = unsafe pthread_mutex_lock(self.mutex)
        precondition(status == 0, "pthread_mutex_lock failed with error \(status)")
        defer { unsafe pthread_mutex_unlock(self.mutex) }
        return try body(&self.state)
    }
}
