import CLicenseSystem

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Threads of the store's own, so that waiting for a disk does not block the threads of Swift's tasks.
enum Thread {
    /// What a thread runs, boxed to pass through the C function.
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    /// Starts a thread that no one waits for.
    ///
    /// - Returns: `false` if the system has no more threads.
    static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        let work = unsafe Unmanaged.passRetained(Work(body))
        #if canImport(Darwin)
        var thread: pthread_t?
        #else
        var thread = pthread_t()
        #endif
        let status = unsafe pthread_create(
            &thread,
            nil,
            { argument in
                #if canImport(Darwin)
                let work = unsafe Unmanaged<Work>.fromOpaque(argument)
                #else
                guard let argument = unsafe argument else {
                    return nil
                }
                let work = unsafe Unmanaged<Work>.fromOpaque(argument)
                #endif
                unsafe work.takeRetainedValue().body()
                return nil
            },
            work.toOpaque()
        )
        guard status == 0 else {
            unsafe work.release()
            return false
        }
        #if canImport(Darwin)
        if let thread = unsafe thread {
            unsafe pthread_detach(thread)
        }
        #else
        pthread_detach(thread)
        #endif
        return true
    }

    /// The number of processors that this process may use.
    static var processorCount: Int {
        let count = Int(CLicenseSystem_processor_count())
        return count > 0 ? count : max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1)
    }

    /// Waits for a fraction of a millisecond.
    static func pause() {
        usleep(50)
    }
}
