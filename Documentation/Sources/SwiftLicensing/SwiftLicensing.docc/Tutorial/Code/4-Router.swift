import Hummingbird
import LicenseStore
import Licensing

func makeRouter(_ folder: LicenseFolder) -> Router<BasicRequestContext> {
    let router = Router()
    router.get("license") { _, _ in folder.gate.report() }

    let replicate = folder.gate.makeCheck(for: .operate(.module("replication")))
    router.post("replication/start") { _, _ in
        try replicate.require()
        return "started"
    }
    return router
}

extension EntitlementsReport: @retroactive ResponseEncodable {}
