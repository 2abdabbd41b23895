import Hummingbird

/// The platform's REST call that tells clients the UUID of the management node, which calls about licenses need.
struct NodeRoutes {
    let node: ManagementNodeInventory

    /// Adds the call, which needs a session.
    func add(to routes: some RouterMethods<NodeContext>) {
        routes.get("management-nodes") { _, _ in
            Answer("inventories", [self.node], types: [ManagementNodeInventory.type])
        }
    }
}
