import ArgumentParser
import LicenseIssuing
import Licensing

/// Shows what a text says that may be a license, without believing it.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what a license file says WITHOUT VERIFYING IT, for the vendor's support.",
        discussion: "The claims and the header are strings that hold the JSON as it stands in the text."
    )

    @Argument(help: "The file. '-' is standard input.")
    var file: InputFile

    func run() throws {
        try printError(
            "NOT VERIFIED: anybody can have written this. Nothing of it may be believed; use 'verify' for that."
        )
        do {
            for license in try UnverifiedLicense.inspect(contents: try self.file.read()) {
                // Read and written again, the JSON would have lost names that are alike, digits, and spellings.
                let line: JSON = [
                    "claims": .string(license.claims), "file": .string(self.file.name.text),
                    "header": .string(license.header), "verified": false,
                ]
                try line.printLine()
            }
        } catch let error as InputFile.ReadError {
            try printError(error.message)
            throw ExitCode.inputOrOutputFailed
        } catch let error as LicenseError {
            let line: JSON = [
                "error": JSON(error.code), "file": .string(self.file.name.text),
                "message": .string(error.message.english),
                "ok": false, "verified": false,
            ]
            try line.printLine()
            throw ExitCode.refused
        }
    }
}
