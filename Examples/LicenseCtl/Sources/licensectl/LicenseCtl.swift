import ArgumentParser

/// The command line of licences: for operators, for scripts, and for test suites that know nothing of Swift.
///
/// Results are JSON on standard output, an object a line; messages for people go to standard error.
@main
struct LicenseCtl: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "licensectl",
        abstract: "Verifies licences and says what they allow; issues them, for the vendor.",
        discussion: """
            Results are JSON on standard output, one object a line, keys sorted.
            Exit status: 0 done, all accepted or allowed; 1 a licence refused or an operation denied; 64 wrong usage;
            74 a file or a trusted key that cannot be used.
            """,
        subcommands: [
            Verify.self, Status.self, Check.self, Explain.self, Timeline.self, Preview.self, KeyGen.self, Issue.self,
            Inspect.self,
        ]
    )
}
