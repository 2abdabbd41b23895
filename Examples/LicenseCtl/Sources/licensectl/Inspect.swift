import ArgumentParser
import LicenseIssuing
import Licensing
import ZStackLicensing

/// Shows the content of a license file without verifying it.
struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the content of a license file WITHOUT VERIFYING IT, for the vendor's support.",
        discussion: "The claims and the header are printed as strings that contain the original JSON."
    )

    @Argument(help: "The license file, or '-' for standard input.")
    var file: InputFile

    func run() throws {
        try printError(
            "NOT VERIFIED: anyone can have written this file. Do not trust its content; use 'verify' to verify it."
        )
        do {
            for license in try UnverifiedLicense.inspect(contents: try self.file.read()) {
                // Print the original JSON: decoding and encoding it would lose duplicate names, digits and escapes.
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
            throw try Refusal(error, of: self.file, .zstack).printLine(adding: ["verified": false])
        }
    }
}
