import Hummingbird
import LicenseStore
import Licensing

func makeRouter(_ folder: LicenseFolder) -> Router<BasicRequestContext> {
    let router = Router()
    router.get("license") { _, _ in folder.gate.report() }
    router.post("license") { try await upload($0, $1, to: folder) }

    let replicate = folder.gate.makeCheck(for: .operate(.module("replication")))
    router.post("replication/start") { _, _ in
        try replicate.require()
        return "started"
    }
    return router
}

/// Shows what a license file changes, and installs it if the request is confirmed.
func upload(
    _ request: Request,
    _ context: BasicRequestContext,
    to folder: LicenseFolder
) async throws -> EntitlementsPreview {
    let file = Array(buffer: try await request.body.collect(upTo: 300_000))
    do {
        let plan = try await folder.plan(installing: file)
        if request.uri.queryParameters["confirmed"] == "true" {
            let administrator = LicenseActor(name: "admin", isAdministrator: true)
            try await folder.install(plan, by: administrator, activates: true)
        }
        return plan.preview
    } catch {
        throw HTTPError(.badRequest, message: error.message.english)
    }
}

extension EntitlementsPreview: @retroactive ResponseEncodable {}
extension EntitlementsReport: @retroactive ResponseEncodable {}
