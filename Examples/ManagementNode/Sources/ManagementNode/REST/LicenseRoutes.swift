import Foundation
import Hummingbird
import LicenseStore
import Licensing
import ZStackLicensing

/// The platform's REST calls for licenses.
///
/// No license state prevents them.
struct LicenseRoutes {
    let licenses: LicenseService

    /// This management node, which is the only one that calls can name.
    let node: ManagementNodeInventory

    /// Adds the calls that need no login.
    func addPublic(to routes: some RouterMethods<NodeContext>) {
        routes.get("licenses") { _, _ in try await self.info() }
        routes.get("licenses/addons") { _, _ in
            let addOns = self.licenses.addOns().addons
            return Answer("addons", addOns, types: addOns.map { _ in "org.zstack.license.LicenseAddOnInventory" })
        }
    }

    /// Adds the calls that need a session.
    func add(to routes: some RouterMethods<NodeContext>) {
        routes.get("licenses/capabilities") { _, _ in
            Answer("capabilities", try await self.licenses.capabilities())
        }
    }

    /// Adds the calls that only administrators can make.
    func addAdministrative(to routes: some RouterMethods<NodeContext>) {
        routes.put("licenses/actions") { request, context in
            let call = try await request.json(ReloadCall.self, context)
            try self.node.requireOnly(call.reloadLicense.managementNodeUuids)
            try await self.licenses.reload(by: LicenseActor(try context.requireSession().account))
            return try await self.info()
        }
        routes.put("licenses/mn/:node/actions") { request, context in
            let call = try await request.json(UpdateCall.self, context, .upload)
            try self.node.requireOnly([try context.parameters.require("node")])
            try await self.licenses.update(
                try UploadedLicense.decode(call.updateLicense.license),
                by: try context.requireSession()
            )
            return try await self.info()
        }
        routes.delete("licenses/mn/:node/actions") { request, context in
            try self.node.requireOnly([try context.parameters.require("node")])
            guard let uuid = request.uri.queryParameters["uuid"].map(String.init) else {
                throw PlatformFailure.invalid("The parameter 'uuid' is missing.", "缺少参数“uuid”。")
            }
            try await self.licenses.delete(uuid, by: try context.requireSession())
            return EmptyAnswer()
        }
    }

    private struct ReloadCall: Decodable {
        struct Parameters: Decodable {
            let managementNodeUuids: [String]?
        }

        let reloadLicense: Parameters
    }

    private struct UpdateCall: Decodable {
        struct Parameters: Decodable {
            let license: String
        }

        let updateLicense: Parameters
    }

    private func info() async throws -> Answer<LicenseInventory> {
        Answer("inventory", try await self.licenses.info().inventory, type: "org.zstack.license.LicenseInventory")
    }
}
