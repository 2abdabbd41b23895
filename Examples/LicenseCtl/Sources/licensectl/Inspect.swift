import ArgumentParser
import Foundation
import LicenseIssuing
import LicenseModel

/// Shows what a text says that may be a licence, without believing it.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what a licence file says WITHOUT VERIFYING IT, for the vendor's support."
    )

    @Argument(help: "The file. '-' is standard input.")
    var file: InputFile

    func run() throws {
        printError("NOT VERIFIED: anybody can have written this. Nothing of it may be believed; use 'verify' for that.")
        do {
            for license in try UnverifiedLicense.inspect(file: try self.file.read()) {
                let line: JSON = [
                    "claims": try Self.json(license.claims), "file": .string(self.file.path),
                    "header": try Self.json(license.header), "verified": false,
                ]
                try line.printLine()
            }
        } catch let error as InputFile.ReadError {
            printError(error.message)
            throw ExitCode.inputOrOutputFailed
        } catch let error as LicenseError {
            let line: JSON = [
                "error": JSON(error.code), "file": .string(self.file.path), "message": .string(error.message),
                "ok": false, "verified": false,
            ]
            try line.printLine()
            throw ExitCode.refused
        }
    }

    private static func json(_ text: String) throws -> JSON {
        try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    }
}
