import Hummingbird
import Licensing
import ZStackLicensing

/// The platform's REST calls for image servers and primary storages.
struct StorageRoutes {
    let gate: LicenseGate
    let imageServers: ObjectRoutes<ImageServerInventory>
    let primaryStorages: ObjectRoutes<PrimaryStorageInventory>

    /// Adds the calls that need a session.
    func add(to routes: some RouterMethods<NodeContext>) {
        self.imageServers.add(to: routes)
        self.primaryStorages.add(to: routes)
    }

    /// Adds the calls that only administrators can make.
    ///
    /// All of them need a license. Deleting does, too, because it frees nothing that a license counts.
    func addAdministrative(to routes: some RouterMethods<NodeContext>) {
        let licensed = routes.requiring(self.gate, .operate(.base))
        self.imageServers.addDeletion(to: licensed)
        self.primaryStorages.addDeletion(to: licensed)
        licensed.post("backup-storage/image-store") { request, context in
            let call = try await request.json(AddCall.self, context).params
            let now = self.imageServers.clock.read().wall
            let (name, url) = (try Argument.name(call.name), try Argument.url(call.url))
            return self.imageServers.answer(
                try await self.imageServers.store.add(
                    ImageServer(name: name, url: url, createdAt: now, connectedAt: now)
                )
            )
        }
        licensed.post("primary-storage/nfs") { request, context in
            let call = try await request.json(AddCall.self, context).params
            let now = self.primaryStorages.clock.read().wall
            let (name, url) = (try Argument.name(call.name), try Argument.url(call.url))
            return self.primaryStorages.answer(
                try await self.primaryStorages.store.add(
                    PrimaryStorage(name: name, url: url, createdAt: now, connectedAt: now)
                )
            )
        }
        licensed.put("backup-storage/image-store/:uuid/actions") { request, context in
            try await self.imageServers.reconnect(request, context)
        }
        licensed.put("primary-storage/:uuid/actions") { request, context in
            try await self.primaryStorages.reconnect(request, context)
        }
    }

    private struct AddCall: Decodable {
        struct Parameters: Decodable {
            let name: String
            let url: String
        }

        let params: Parameters
    }
}
