import Hummingbird
import LicenseStore
import Licensing

func makeRouter(_ folder: LicenseFolder) -> Router<BasicRequestContext> {
    let router = Router()
    router.get("license") { _, _ in folder.gate.report() }
    return router
}

extension EntitlementsReport: @retroactive ResponseEncodable {}
