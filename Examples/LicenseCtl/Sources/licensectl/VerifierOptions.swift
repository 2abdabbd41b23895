import ArgumentParser
import Licensing

/// Which licenses are taken, and from which files.
struct VerifierOptions: ParsableArguments {
    @OptionGroup var catalog: CatalogOptions

    @Option(
        name: .customLong("trust"),
        help: "A file of trusted keys: PEM, JWK or JWK Set. For a PEM key FILE:ALG or FILE:ALG:KID. May be repeated."
    )
    var trust: [TrustArgument] = []

    @Option(help: "The product that licenses must be for. By default that of --catalog; without one it is only shown.")
    var product: ProductID?

    @Option(help: "The thumbprint of this node. By default binding to nodes is not checked.")
    var node: ClaimString?

    @Flag(help: "Take licenses by keys of the test environment too.")
    var allowTestKeys = false

    @Argument(help: "The license files. '-' is standard input.")
    var files: [InputFile] = []

    mutating func validate() throws {
        guard self.files.isEmpty || !self.trust.isEmpty else {
            throw ValidationError("Name the keys that are trusted with --trust.")
        }
    }

    /// The product that licenses must be for: the one that is named, else that of a catalog, else any.
    private func requirement(_ catalog: ProductCatalog) throws -> LicenseRequirement<ProductID> {
        let described = self.catalog.file.map { _ in catalog.product }
        if let product = self.product, let described, product != described {
            throw ValidationError("The catalog is of the product '\(described)', and not of '\(product)'.")
        }
        return (self.product ?? described).map { .only($0) } ?? .any
    }

    /// Reads and verifies every file, and hands over what came of each.
    ///
    /// The catalog is given, since standard input can be read only once.
    func verifyFiles(
        _ files: [InputFile]? = nil,
        for catalog: ProductCatalog,
        _ report: (InputFile, Result<VerifiedFile, any Error>) throws -> Void
    ) throws {
        var keys = try TrustedKeys([])
        do {
            for argument in self.trust {
                keys = try keys.union(try argument.keys())
            }
        } catch let failure as TrustFailure {
            try printError(failure.message)
            throw ExitCode.inputOrOutputFailed
        } catch let error as TrustedKeyError {
            try printError(error.message.english)
            throw ExitCode.inputOrOutputFailed
        }
        let verifier = LicenseVerifier(
            trusting: keys,
            product: try self.requirement(catalog),
            environments: self.allowTestKeys ? [.production, .test] : [.production]
        )
        for file in files ?? self.files {
            try report(file, Result { try verifier.verify(contents: try file.read()) })
        }
    }

    /// The licenses of all files, or of others by the same keys.
    ///
    /// Where one is refused, its line is printed in place of a result.
    func licenses(of files: [InputFile]? = nil, for catalog: ProductCatalog) throws -> [License] {
        var licenses: [License] = []
        var status: ExitCode?
        try self.verifyFiles(files, for: catalog) { file, result in
            switch result {
            case .success(let verified):
                licenses += verified.licenses
            case .failure(let error):
                status = try printRefusal(of: file, error).worse(than: status)
            }
        }
        if let status {
            throw status
        }
        return licenses
    }
}

extension ExitCode {
    /// A license is refused, or an operation denied.
    static let refused = ExitCode(1)

    /// Input or output failed (EX_IOERR).
    static let inputOrOutputFailed = ExitCode(74)

    /// The worse of two: 74 wins over 1.
    func worse(than other: ExitCode?) -> ExitCode {
        other == .inputOrOutputFailed ? .inputOrOutputFailed : self
    }
}

/// Prints the line of a refused file.
///
/// - Returns: The exit status that it stands for.
func printRefusal(of file: InputFile, _ error: any Error) throws -> ExitCode {
    var line: [String: JSON] = ["file": .string(file.name.text), "ok": false]
    let status: ExitCode
    switch error {
    case let error as LicenseError:
        line["error"] = JSON(error.code)
        line["message"] = .string(error.message.english)
        status = .refused
    case let error as InputFile.ReadError:
        line["error"] = "unreadable"
        line["message"] = .string(error.message)
        status = .inputOrOutputFailed
    default:
        throw error
    }
    try JSON.object(line).printLine()
    return status
}
