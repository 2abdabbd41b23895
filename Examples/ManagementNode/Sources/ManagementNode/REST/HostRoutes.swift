import GRDB
import Hummingbird
import Licensing
import ZStackLicensing

/// The platform's REST calls for hosts.
struct HostRoutes {
    let hosts: HostStore
    let objects: ObjectRoutes<HostInventory>

    /// Adds the calls that need a session.
    ///
    /// Hosts can be viewed in every license state, those of VMware if its module can be. The list has all hosts, so that each of them
    /// can be found and deleted.
    func add(to routes: some RouterMethods<NodeContext>) {
        self.objects.add(to: routes) { host in
            try self.hosts.gate.require(.view(host.slot))
        }
        routes.requiring(self.hosts.gate, .view(.module(.vmware)))
            .get("vcenters/hosts") { _, _ in
                try await self.objects.list(where: Column("hypervisor") == Host.Hypervisor.esx.rawValue)
            }
    }

    /// Adds the calls that only administrators can make.
    func addAdministrative(to routes: some RouterMethods<NodeContext>) {
        routes.post("hosts/kvm") { try await self.add(.kvm, $0, $1) }
        routes.post("vcenters/hosts") { try await self.add(.esx, $0, $1) }
        self.objects.addDeletion(to: routes)
        routes.put("hosts/:uuid/actions") { request, context in
            try await self.objects.reconnect(request, context) { host in
                try self.hosts.gate.require(.operate(host.slot))
            }
        }
    }

    private struct AddCall: Decodable {
        struct Parameters: Decodable {
            let name: String
            let managementIp: String
            let cpuSockets: Int?
        }

        let params: Parameters
    }

    private func add(_ hypervisor: Host.Hypervisor, _ request: Request, _ context: NodeContext) async throws
        -> some ResponseGenerator
    {
        let call = try await request.json(AddCall.self, context).params
        let now = self.objects.clock.read().wall
        let host = Host(
            name: try Argument.name(call.name),
            managementIp: try Argument.host(call.managementIp),
            hypervisor: hypervisor,
            cpuSockets: try Argument.sockets(call.cpuSockets ?? 1),
            createdAt: now,
            connectedAt: now
        )
        return self.objects.answer(try await self.hosts.add(host))
    }
}
