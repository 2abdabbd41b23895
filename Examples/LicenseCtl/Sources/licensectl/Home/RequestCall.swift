import ArgumentParser
import LicenseStore
import Licensing

/// Shows the application code of the node, and makes it if it is missing.
struct RequestCall: HomeCall {
    static let name = "request"
    static let abstract = "Show the application code, which the vendor needs to issue a license for this node."
    static let needsKeys = false

    func answer(in home: HomeFolder) async throws -> Answer {
        let code = try await home.folder.licenseRequest()
        let line: JSON = ["licenseRequest": .string(code), "ok": true]
        return Answer(line: line, ownLines: [code])
    }
}
