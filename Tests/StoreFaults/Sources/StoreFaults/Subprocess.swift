import Foundation

/// A child process whose standard output can be read.
final class Subprocess {
    let pid: pid_t
    private let output: Int32
    private var status: Int32?

    /// The process that traces this one.
    var tracer: Subprocess?

    /// Starts a program, which is found by its path or in PATH.
    init(_ arguments: [String]) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0, ends.allSatisfy({ fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }) else {
            throw POSIXError(.EMFILE)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let texts = arguments.map { strdup($0) }
        defer {
            for text in texts {
                free(text)
            }
        }
        var pid: pid_t = 0
        let error = posix_spawnp(&pid, arguments[0], &actions, nil, texts + [nil], environ)
        close(ends[1])
        self.pid = pid
        self.output = ends[0]
        guard error == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: error) ?? .ENOENT)
        }
    }

    deinit {
        close(self.output)
    }

    /// Reads to the end of a line, or to the end of the output.
    func readLine() -> String {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while read(self.output, &byte, 1) == 1 {
            line.append(byte)
            if byte == 0x0A {
                break
            }
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// Reads what is left of the output.
    func readAll() -> String {
        var text = ""
        while case let line = self.readLine(), !line.isEmpty {
            text += line
        }
        return text
    }

    /// Whether a signal has stopped the process.
    var isStopped: Bool {
        let text = (try? String(contentsOfFile: "/proc/\(self.pid)/stat", encoding: .utf8)) ?? ""
        return text.contains(") T ") || text.contains(") t ")
    }

    /// Waits for the end.
    ///
    /// - Returns: The exit status, or the negative number of the signal that ended the process.
    @discardableResult
    func wait() -> Int32 {
        if let status {
            return status
        }
        var raw: Int32 = 0
        while waitpid(self.pid, &raw, 0) == -1, errno == EINTR {}
        let signal = raw & 0x7F
        let status = signal == 0 ? (raw >> 8) & 0xFF : -signal
        self.status = status
        return status
    }
}
