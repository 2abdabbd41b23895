import ArgumentParser
import Foundation

/// The command line of licenses: for operators, for scripts, and for test suites that know nothing of Swift.
///
/// Results are JSON on standard output, an object a line; messages for people go to standard error.
@main
struct LicenseCtl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "licensectl",
        abstract: "Verifies licenses and says what they allow; issues them, for the vendor.",
        discussion: """
            Results are JSON on standard output, one object a line, keys sorted.
            Exit status: 0 done, all accepted or allowed; 1 a license refused or an operation denied; 64 wrong usage;
            74 input or output failed, or a trusted key cannot be used.
            """,
        subcommands: [
            Verify.self, Status.self, Check.self, Explain.self, Timeline.self, Preview.self, KeyGen.self, Issue.self,
            Inspect.self,
        ]
    )

    /// Runs the command that the arguments name.
    ///
    /// The argument parser's own `main` prints arguments as they are, and ends the process by a signal where it cannot.
    static func main() {
        guard StandardStreams.secure() else {
            Foundation.exit(ExitCode.inputOrOutputFailed.rawValue)
        }
        var status = ExitCode.success
        do {
            var command = try Self.parseAsRoot(CarriedArgument.all)
            try command.run()
        } catch {
            status = Self.report(error)
        }
        Foundation.exit(status.rawValue)
    }

    /// Prints what the argument parser says of an error, or the help that was asked for.
    ///
    /// - Returns: The exit status.
    private static func report(_ error: any Error) -> ExitCode {
        let status = Self.exitCode(for: error)
        let message = CarriedArgument.readable(Self.fullMessage(for: error))
        do {
            if !message.isEmpty, status.isSuccess {
                try StandardStreams.output(Array((message.escaped(keepingNewlines: true) + "\n").utf8))
            } else if !message.isEmpty {
                try printError(message)
            }
            return status
        } catch {
            return error
        }
    }
}
