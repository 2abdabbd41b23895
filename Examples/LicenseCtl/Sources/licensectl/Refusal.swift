import ArgumentParser
import Licensing

/// The line of JSON for a file or a license that is refused.
struct Refusal {
    /// The exit status that the refusal leads to.
    let status: ExitCode

    private var members: [String: JSON]

    /// Creates the line for a file that is refused or cannot be read.
    ///
    /// - Parameters:
    ///   - error: A `LicenseError` or an `InputFile.ReadError`.
    ///   - block: The number of the block that the error is about, or `nil` to use that of the error.
    ///   - file: The file.
    ///   - catalog: The catalog that provides the languages and names of messages.
    /// - Throws: The error itself if it is of another kind.
    init(_ error: any Error, inBlock block: Int? = nil, of file: InputFile, _ catalog: ProductCatalog) throws {
        self.members = ["file": .string(file.name.text), "ok": false]
        switch error {
        case let error as LicenseError:
            self.status = .refused
            self.members["block"] = JSON(block ?? error.block)
            self.members["error"] = JSON(error.code)
            // Only these codes are about the content of the payload; others name a member for the vendor alone.
            self.members["member"] = JSON(Self.codesOfMembers.contains(error.code) ? error.member : nil)
            self.members["message"] = JSON(catalog.text(of: error), in: catalog.languages)
            if error.code == .wrongNode {
                self.members["id"] = JSON(error.licenseID)
            }
        case let error as InputFile.ReadError:
            self.status = .inputOrOutputFailed
            self.members["block"] = .null
            self.members["error"] = "unreadable"
            self.members["member"] = .null
            self.members["message"] = JSON(error.text, in: catalog.languages)
        default:
            throw error
        }
    }

    private static let codesOfMembers: [LicenseError.Code] = [.claimsInvalid, .unsupportedRequirement]

    /// Prints the line.
    ///
    /// - Parameter more: Members to add to the line.
    /// - Returns: The exit status that the refusal leads to.
    /// - Throws: The exit status 74 if writing fails.
    @discardableResult
    func printLine(adding more: [String: JSON] = [:]) throws -> ExitCode {
        try JSON.object(self.members.merging(more) { $1 }).printLine()
        return self.status
    }
}
