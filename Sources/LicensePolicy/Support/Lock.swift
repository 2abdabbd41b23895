#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// State that one thread at a time may touch.
///
/// It is a pthread mutex around a value. `Synchronization.Mutex` would do, but the thread sanitizer does not see its
/// futex on Linux and reports races that there are not.
@safe package final class Lock<State: Sendable>: @unchecked Sendable {
    // A mutex must not move in memory, which a stored property of a struct would.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var state: State

    package init(_ state: State) {
        unsafe self.mutex = .allocate(capacity: 1)
        self.state = state
        let status = unsafe pthread_mutex_init(self.mutex, nil)
        precondition(status == 0, "The system gives no mutex: error \(status)")
    }

    deinit {
        unsafe pthread_mutex_destroy(self.mutex)
        unsafe self.mutex.deallocate()
    }

    /// Runs a closure with the state, while no other thread has it.
    ///
    /// The closure must not come back to the same lock.
    package func withLock<Result, Failure: Error>(
        _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let status = unsafe pthread_mutex_lock(self.mutex)
        precondition(status == 0, "The mutex cannot be locked: error \(status)")
        defer { unsafe pthread_mutex_unlock(self.mutex) }
        return try body(&self.state)
    }
}
