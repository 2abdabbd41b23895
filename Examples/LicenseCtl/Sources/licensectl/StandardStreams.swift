import ArgumentParser
import Foundation

/// The standard input, output and error of the process.
enum StandardStreams {
    /// Makes sure that a failure to read or write the standard streams is reported as an error.
    ///
    /// If a stream is closed, its descriptor is opened on `/dev/null` in the opposite direction, so that using the
    /// stream still fails. Otherwise, the next file that is opened, such as a private key, would get the descriptor,
    /// and messages would be written to that file. This method also ignores the signals for a broken pipe and for a
    /// file that exceeds its size limit, so that writing fails with an error instead of ending the process.
    ///
    /// - Returns: Whether all three descriptors are open.
    static func secure() -> Bool {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) < 0 {
            // `open` returns the lowest free descriptor. All lower ones are in use, so it must be this one.
            guard open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY) == number else {
                return false
            }
        }
        return true
    }

    /// Writes bytes to standard output without escaping them.
    ///
    /// - Throws: The exit status 74 if writing fails, after printing a message.
    static func output(_ bytes: [UInt8]) throws(ExitCode) {
        guard bytes.withUnsafeBytes({ Descriptor.standardOutput.writeAll($0) }) else {
            try printError("The result could not be written to standard output.")
            throw .inputOrOutputFailed
        }
    }
}

/// Writes a message to standard error, and escapes control characters and invisible characters in it.
///
/// - Parameter message: The message, without a trailing newline.
/// - Throws: The exit status 74 if writing fails.
func printError(_ message: String) throws(ExitCode) {
    let line = Array((message.escaped(keepingNewlines: true) + "\n").utf8)
    guard line.withUnsafeBytes({ Descriptor.standardError.writeAll($0) }) else {
        throw .inputOrOutputFailed
    }
}
