import Hummingbird
import LicenseStore
import Licensing
import ZStackLicensing

/// A JSON API for clients that are not of the platform: scripts, and the pages of a user interface.
struct LicenseAPI {
    let licenses: LicenseService

    /// Adds the routes that need a session.
    ///
    /// They show everything that a license page needs.
    func add(to routes: some RouterMethods<NodeContext>) {
        routes.get("license") { _, context in
            try Response.json(try await self.licenses.report(for: try context.requireSession().account))
        }
        // What the modules offer can be viewed, or started by administrators, only if their licenses allow it.
        let administrators = routes.group().add(middleware: RequireAdministrator())
        for module in ProductCatalog.zstack.modules.keys.sorted() {
            let path = RouterPath("modules/\(module)")
            routes.requiring(self.licenses.gate, .view(.module(module)))
                .get(path) { _, _ in try Response.json(["module": module.rawValue]) }
            administrators.requiring(self.licenses.gate, .operate(.module(module)))
                .post(path) { _, _ in try Response.json(["module": module.rawValue, "started": "true"]) }
        }
    }

    /// Adds the changes of licenses, which only administrators can make.
    ///
    /// No license state prevents them.
    func addAdministrative(to routes: some RouterMethods<NodeContext>) {
        // Uploaded licenses count after a reload, so that several files can be uploaded one after another.
        routes.post("license") { request, context in
            let file = try await Self.file(in: request, context)
            let actor = LicenseActor(try context.requireSession().account)
            let installation = try await self.licenses.folder.install(file, by: actor)
            return try Response.json(
                [
                    "installed": installation.installed.map(\.id.rawValue),
                    "unchanged": installation.unchanged.map(\.id.rawValue),
                ]
            )
        }
        routes.post("license/reload") { _, context in
            try await self.licenses.reload(by: LicenseActor(try context.requireSession().account))
            return try Response.json(try await self.licenses.report())
        }
    }

    /// The license file in a request: the file of a form, or else the body itself.
    private static func file(in request: Request, _ context: NodeContext) async throws -> [UInt8] {
        let body = try await request.bytes(context, .upload)
        guard let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/") else {
            return body
        }
        guard let boundary = MultipartForm.boundary(in: type), let form = MultipartForm(body, boundary: boundary),
            let part = form.parts.first, form.parts.count == 1, part.fileName != nil
        else {
            throw HTTPError(.badRequest, message: "The form must have one file, and nothing else.")
        }
        return Array(part.contents)
    }
}
