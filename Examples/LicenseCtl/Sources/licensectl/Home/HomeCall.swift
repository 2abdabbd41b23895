import ArgumentParser
import LicenseStore
import Licensing

/// A command that uses a license folder: on its own, or as a line of the shell.
protocol HomeCall: ParsableArguments {
    /// The name of the command.
    static var name: String { get }

    /// What the command does, for the help.
    static var abstract: String { get }

    /// Whether the command verifies licenses, so that it needs trusted keys.
    static var needsKeys: Bool { get }

    /// Does what the command says.
    ///
    /// - Parameter home: The open folder.
    /// - Returns: What the command prints, and its exit status.
    /// - Throws: `LicenseStoreError` for a refusal, which becomes an answer, too.
    func answer(in home: HomeFolder) async throws -> Answer
}

extension HomeCall {
    static var needsKeys: Bool {
        true
    }
}

/// What a command prints.
struct Answer {
    /// The value that the shell prints as one line.
    let line: any Encodable

    /// The lines that a command prints in its place if it runs on its own, or `nil` for the same line.
    var ownLines: [String]?

    /// The exit status of a command that runs on its own.
    var status = ExitCode.success

    /// Prints the answer as the output of a command that runs on its own.
    ///
    /// - Throws: The exit status, unless it is 0.
    func print() throws {
        if let lines = self.ownLines {
            try StandardStreams.output(Array(lines.map { $0 + "\n" }.joined().utf8))
        } else {
            try printLine(self.line)
        }
        if self.status != .success {
            throw self.status
        }
    }
}

extension Answer {
    /// Creates the answer for a change that a folder refuses, or for a folder that cannot be used.
    init(_ error: LicenseStoreError, _ catalog: ProductCatalog) {
        let isInputOrOutput = [.unreadable, .storageFailed].contains(error.code)
        self.init(
            refusal: error.code.rawValue,
            JSON(error.message, in: catalog.languages),
            isInputOrOutput ? .inputOrOutputFailed : .refused
        )
    }

    /// Creates the answer for a command that is refused.
    init(refusal code: String, _ message: JSON, _ status: ExitCode) {
        let line: JSON = ["error": .string(code), "message": message, "ok": false]
        self.init(line: line, status: status)
    }

    /// Creates the answer for a change that is done, which the disk has confirmed unless there is an error.
    init(done members: [String: JSON], _ durability: LicenseStoreError?) {
        var members = members
        members["ok"] = true
        if durability != nil {
            members["durability"] = "unknown"
        }
        self.init(line: JSON.object(members))
    }
}
