import ArgumentParser
import Foundation

/// The three files that every process starts with.
enum StandardStreams {
    /// Makes sure that reading and writing them fails, at worst, with an error.
    ///
    /// One that is closed is opened as `/dev/null` the other way around, so that using it still fails. Left closed, its
    /// number would go to the next file that is opened, such as a private key, and messages would end up in there. A pipe
    /// that nobody reads any more, and a file that grows beyond its limit, are errors, too, and no signals that end the
    /// process.
    ///
    /// - Returns: Whether all three are taken.
    static func secure() -> Bool {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) < 0 {
            // The lowest number that is free, which is this one: those below are taken.
            guard open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY) == number else {
                return false
            }
        }
        return true
    }

    /// Writes bytes to standard output as they are.
    ///
    /// - Throws: The exit status of failed output, after a message.
    static func output(_ bytes: [UInt8]) throws(ExitCode) {
        guard bytes.withUnsafeBytes({ Descriptor.standardOutput.writeAll($0) }) else {
            try printError("The result could not be written to standard output.")
            throw .inputOrOutputFailed
        }
    }
}

/// Writes a message for people to standard error, and escapes in it what a terminal would obey or nobody would see.
///
/// - Parameter message: The message, without the newline at its end.
/// - Throws: The exit status of failed output.
func printError(_ message: String) throws(ExitCode) {
    let line = Array((message.escaped(keepingNewlines: true) + "\n").utf8)
    guard line.withUnsafeBytes({ Descriptor.standardError.writeAll($0) }) else {
        throw .inputOrOutputFailed
    }
}
