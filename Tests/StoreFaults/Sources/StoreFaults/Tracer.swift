import Foundation

/// Runs a worker under strace, which injects a fault into one of its system calls.
struct Tracer {
    /// The calls of a process on files.
    static let fileCalls = [
        "openat", "openat2", "mkdir", "mkdirat", "newfstatat", "fstat", "read", "write", "lseek", "fchmod", "fsync",
        "rename", "renameat", "renameat2", "unlinkat", "getdents64", "flock", "fcntl", "close",
    ]

    /// How a worker has ended.
    struct Outcome {
        /// The exit status, or the negative number of a signal.
        let status: Int32

        /// What the worker printed after it was ready.
        let output: String

        /// The calls into which a fault was injected, as strace shows them.
        let injected: [String]
    }

    let place: Place

    /// Runs a worker.
    ///
    /// - Parameters:
    ///   - change: The change that the worker makes.
    ///   - fault: The injection as strace writes it, such as `fsync:error=EIO:when=2`. strace counts for each thread and each
    ///     name of a call, and the thread of the folder is the only one that makes these calls.
    /// - Returns: How the worker has ended.
    /// - Throws: `POSIXError` if a process cannot be started or traced.
    func run(_ change: Change, _ fault: String) throws -> Outcome {
        let worker = try self.start(change, fault)
        let output = worker.readAll()
        let status = worker.wait()
        worker.tracer?.wait()
        let lines = (try String(contentsOfFile: self.log, encoding: .utf8)).split(separator: "\n").map(String.init)
        return Outcome(
            status: status,
            output: output,
            injected: lines.filter { $0.contains("(INJECTED)") || $0.contains("killed by SIGKILL") }
        )
    }

    /// Starts a worker under strace.
    func start(_ change: Change, _ fault: String) throws -> Subprocess {
        unlink(self.place.start)
        let worker = try Subprocess([CommandLine.arguments[0], "worker", self.place.root, change.rawValue])
        guard worker.readLine() == Worker.ready else {
            throw POSIXError(.ECHILD)
        }
        let calls = Self.fileCalls.joined(separator: ",")
        worker.tracer = try Subprocess([
            "strace", "-f", "-q", "-p", "\(worker.pid)", "-o", self.log, "-e", "trace=\(calls)", "-e",
            "inject=\(fault)",
        ])
        try self.waitUntilTraced(worker.pid)
        guard FileManager.default.createFile(atPath: self.place.start, contents: nil) else {
            throw POSIXError(.EIO)
        }
        return worker
    }

    private var log: String {
        self.place.path("strace.log")
    }

    /// Whether the log has a signal that was injected.
    ///
    /// A process that is traced also stops for a moment at each call.
    var hasStopped: Bool {
        ((try? String(contentsOfFile: self.log, encoding: .utf8)) ?? "").contains("SIGSTOP")
    }

    /// Waits until all threads of a process are traced.
    private func waitUntilTraced(_ pid: pid_t) throws {
        let folder = "/proc/\(pid)/task"
        for _ in 0..<5_000 {
            let threads = try FileManager.default.contentsOfDirectory(atPath: folder)
            let areTraced = threads.allSatisfy { thread in
                let text = (try? String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)) ?? ""
                return !text.contains("TracerPid:\t0\n")
            }
            if areTraced {
                return
            }
            usleep(1_000)
        }
        throw POSIXError(.ETIMEDOUT)
    }
}
