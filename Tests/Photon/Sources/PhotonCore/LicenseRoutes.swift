import Hummingbird
import LicenseStore
import Licensing

/// The routes for Photon's licenses, which do not require a license.
struct LicenseRoutes {
    let licenses: LicenseService
    let usage: @Sendable () async throws -> LicenseUsage

    func add(to group: RouterGroup<BasicRequestContext>) {
        let (gate, catalog) = (self.licenses.gate, self.licenses.gate.configuration.catalog)
        group.get { try gate.report(given: await self.usage()).json(.ok, to: $0, $1) }
        group.get("reminders") { _, _ in gate.report().reminders }
        group.get("about") { request, _ in
            let language = LicenseLanguage(acceptLanguage: request.headers[.acceptLanguage], from: catalog.languages)
            return gate.explanation().message(in: catalog)[language]
        }
        group.post("preview") { try await self.install($0, $1, confirmed: false) }
        group.post { try await self.install($0, $1, confirmed: true) }
    }

    private func install(_ request: Request, _ context: BasicRequestContext, confirmed: Bool) async throws -> Response {
        let file = Array(buffer: try await request.body.collect(upTo: context.maxUploadSize))
        do {
            let preview = try await self.licenses.install(file, isConfirmed: confirmed, given: await self.usage())
            return try preview.json(.ok, to: request, context)
        } catch let error as LicenseStoreError {
            let report = LicenseStoreErrorReport(error, catalog: self.licenses.gate.configuration.catalog)
            return try report.json(error.licenseError == nil ? .conflict : .unprocessableContent, to: request, context)
        }
    }
}
