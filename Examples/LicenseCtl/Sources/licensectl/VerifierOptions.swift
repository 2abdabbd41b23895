import ArgumentParser
import Licensing

/// The options that select the license files and how they are verified.
struct VerifierOptions: ParsableArguments {
    @OptionGroup var trust: TrustOptions

    // Unconditional, because thumbprints can start with a hyphen.
    @Option(
        parsing: .unconditional,
        help: "The text that identifies this node. By default, licenses for any node are accepted."
    )
    var node: ClaimString?

    @Argument(help: "The license files, or '-' for standard input.")
    var files: [InputFile] = []

    mutating func validate() throws {
        if !self.files.isEmpty {
            try self.trust.requireKeys()
        }
    }

    /// Reads and verifies each file, and calls a function with each result.
    ///
    /// The caller passes the catalog because it can come from standard input, which can be read only once.
    func verifyFiles(
        _ files: [InputFile]? = nil,
        for catalog: ProductCatalog,
        _ report: (InputFile, Result<VerifiedFile, any Error>) throws -> Void
    ) throws {
        let verifier = try self.trust.verifier(for: catalog)
        for file in files ?? self.files {
            try report(file, Result { try verifier.verify(contents: try file.read()) })
        }
    }

    /// Reads and verifies the given files, or by default the files of the command line, and returns their licenses.
    ///
    /// Prints a line of JSON for each file that is refused or cannot be read.
    ///
    /// - Throws: The exit status if any file is refused or cannot be read.
    func licenses(of files: [InputFile]? = nil, for catalog: ProductCatalog) throws -> [License] {
        var licenses: [License] = []
        var status: ExitCode?
        try self.verifyFiles(files, for: catalog) { file, result in
            switch result {
            case .success(let verified):
                licenses += verified.licenses
            case .failure(let error):
                status = try Refusal(error, of: file, catalog).printLine().worse(than: status)
            }
        }
        if let status {
            throw status
        }
        return licenses
    }
}

extension ExitCode {
    /// The exit status if a license is refused or an operation is denied.
    static let refused = ExitCode(1)

    /// The exit status if input or output fails (`EX_IOERR`).
    static let inputOrOutputFailed = ExitCode(74)

    /// Returns the more severe of two exit statuses: 74 takes precedence over 1.
    func worse(than other: ExitCode?) -> ExitCode {
        other == .inputOrOutputFailed ? .inputOrOutputFailed : self
    }
}
