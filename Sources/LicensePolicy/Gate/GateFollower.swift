/// Has a gate look at the clock when the next change is due, although nobody may be asking then.
///
/// An update may bring a nearer change. So each change starts the wait again.
final class GateFollower: Sendable {
    /// The task that waits, and whether it may be replaced.
    private struct State {
        var task: Task<Void, Never>?
        var isStopped = false
    }

    private let gate: @Sendable () -> LicenseGate?
    private let state = Lock(State())

    /// Prepares to follow a gate, without keeping it.
    init(_ gate: @escaping @Sendable () -> LicenseGate?) {
        self.gate = gate
    }

    deinit {
        self.stop()
    }

    /// Waits for the next change from now on.
    func restart() {
        let gate = self.gate
        let task = Task {
            while !Task.isCancelled, let wait = gate()?.follow() {
                // In the second before a change the wait may be none.
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
        // Outside the lock: canceling runs code of the task's.
        old?.cancel()
    }

    /// Waits no more.
    func stop() {
        let task = self.state.withLock { state in
            state.isStopped = true
            return state.task
        }
        task?.cancel()
    }
}
