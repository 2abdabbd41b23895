import ArgumentParser
import LicenseStore
import Licensing

/// Lists the licenses of the folder.
struct ListCall: HomeCall {
    static let name = "list"
    static let abstract = "List all licenses, and whether they are in use."

    func answer(in home: HomeFolder) async throws -> Answer {
        let licenses = try await home.folder.list()
            .map { stored -> JSON in
                var members = stored.license.members(of: JSON(stored.files.first))
                members["active"] = .boolean(stored.isActive)
                members["staged"] = .boolean(stored.isStaged)
                return .object(members)
            }
        let line: JSON = ["licenses": .array(licenses)]
        return Answer(line: line)
    }
}
