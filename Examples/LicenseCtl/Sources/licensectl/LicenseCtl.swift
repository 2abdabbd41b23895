import ArgumentParser
import Foundation

/// The command-line tool for licenses, for operators, scripts and test suites in other languages.
///
/// Results are written to standard output as JSON, one object per line. Messages for people are written to standard
/// error.
@main
struct LicenseCtl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "licensectl",
        abstract: "Verify licenses, show what they allow, and keep them in a folder. For the vendor: issue licenses.",
        discussion: """
            Results are written to standard output as JSON, one object per line, with sorted keys.
            Exit status: 0 if all licenses are accepted and the operation is allowed; 1 if a license is refused or the
            operation is denied; 64 if the arguments are invalid; 74 if input or output fails or a key cannot be used.
            """,
        subcommands: [
            Verify.self, EvaluationCommand<StatusCall>.self, EvaluationCommand<CheckCall>.self, Explain.self,
            Timeline.self, Preview.self, HomeCommand<RequestCall>.self, HomeCommand<InstallCall>.self,
            HomeCommand<ReloadCall>.self, HomeCommand<DeleteCall>.self, HomeCommand<ListCall>.self,
            HomeCommand<InfoCall>.self, HomeCommand<AddOnsCall>.self, HomeCommand<HistoryCall>.self, Shell.self,
            KeyGen.self, Issue.self, JWKS.self, Inspect.self,
        ]
    )

    /// Parses the arguments and runs the command.
    ///
    /// This replaces the argument parser's `main`, which prints arguments unescaped and is killed by a signal if it
    /// cannot print.
    static func main() async {
        guard StandardStreams.secure() else {
            Foundation.exit(ExitCode.inputOrOutputFailed.rawValue)
        }
        var status = ExitCode.success
        do {
            let arguments = CarriedArgument.all
            try Self.refuseShortOptions(in: arguments)
            var command = try Self.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            status = Self.report(error)
        }
        Foundation.exit(status.rawValue)
    }

    /// Refuses a file name that looks like an option.
    ///
    /// The argument parser reads `-bad-h` as a group of short options, and would print the help because of the `h`. The
    /// only short options are `-h` and `-f`, and the only values that start with `-` are offsets from UTC and thumbprints.
    ///
    /// - Throws: `ValidationError` for the first such argument.
    static func refuseShortOptions(in arguments: [String]) throws {
        var isValue = false
        for name in arguments.prefix(while: { $0 != "--" }) {
            let isShort = name.hasPrefix("-") && !name.hasPrefix("--") && !["-", "-h", "-f"].contains(name)
            guard isShort, !isValue else {
                isValue = ["--kid", "--node", "--offset", "--zone"].contains(name)
                continue
            }
            throw ValidationError(
                "There is no option '\(name)'. If it is a file, write './\(name)', or put '--' before the files."
            )
        }
    }

    /// Prints the argument parser's message for an error, or the requested help.
    ///
    /// - Returns: The exit status for the error.
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
