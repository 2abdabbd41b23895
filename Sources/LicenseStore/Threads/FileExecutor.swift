import LicensePolicy

/// An executor that runs the jobs of an actor on a thread of its own, one after another.
///
/// A file operation can wait for a disk for seconds, and would block a thread of Swift's pool, which has one for each
/// processor. The thread starts with the first job and ends with the last one, so an idle folder has no thread.
final class FileExecutor: SerialExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isRunning = false
    }

    private let state = Lock(State())

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let mustStart = self.state.withLock { state in
            state.jobs.append(job)
            defer { state.isRunning = true }
            return !state.isRunning
        }
        // Without a thread, waiting on this one is better than never running the job.
        if mustStart, !Thread.start({ self.run() }) {
            self.run()
        }
    }

    /// Runs jobs until all are done.
    private func run() {
        while true {
            let jobs: [UnownedJob]? = self.state.withLock { state in
                guard !state.jobs.isEmpty else {
                    state.isRunning = false
                    return nil
                }
                defer { state.jobs = [] }
                return state.jobs
            }
            guard let jobs else {
                return
            }
            for job in jobs {
                unsafe job.runSynchronously(on: self.asUnownedSerialExecutor())
            }
        }
    }
}
