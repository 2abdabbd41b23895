/// A task that makes a gate read the clock when its next change is due, even if no check runs then.
///
/// After an update, the next change can be due earlier. Call ``restart()`` after each change.
final class GateFollower: Sendable {
    /// The waiting task, and whether the follower has been stopped.
    private struct State {
        var task: Task<Void, Never>?
        var isStopped = false
    }

    private let gate: @Sendable () -> LicenseGate?
    private let state = Lock(State())

    /// Creates a follower that does not keep the gate alive.
    init(_ gate: @escaping @Sendable () -> LicenseGate?) {
        self.gate = gate
    }

    deinit {
        self.stop()
    }

    /// Starts waiting for the next change, instead of the wait that is running.
    func restart() {
        let gate = self.gate
        let task = Task {
            while !Task.isCancelled, let wait = gate()?.follow() {
                // Just before a change the wait can be zero, which would make this loop spin.
                try? await Task.sleep(for: max(wait, .milliseconds(5)))
            }
        }
        let old = self.state.withLock { state in
            guard !state.isStopped else {
                return task as Task<Void, Never>?
            }
            let old = state.task
            state.task = task
            return old
        }
        // Outside the lock, because canceling runs the task's cancellation handlers.
        old?.cancel()
    }

    /// Cancels the waiting task and prevents further ones.
    func stop() {
        let task = self.state.withLock { state in
            state.isStopped = true
            return state.task
        }
        task?.cancel()
    }
}
