import ArgumentParser
import LicenseStore
import Licensing

/// Deletes a license from the folder.
struct DeleteCall: HomeCall {
    static let name = "delete"
    static let abstract = "Delete a license, also from those in use."

    @Argument(help: "The ID of the license.")
    var id: LicenseID

    @Option(help: "The issuer of the license, if several issuers have a license with the ID.")
    var issuer: ClaimString?

    func answer(in home: HomeFolder) async throws -> Answer {
        let deletion = try await home.folder.delete(
            self.id,
            issuer: self.issuer.map { .only($0) } ?? .any,
            by: home.actor
        )
        await home.saveTime()
        return Answer(done: ["deleted": JSON(self.id)], deletion.durability)
    }
}
