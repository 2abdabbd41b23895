/// A management node, as the platform's clients read it.
///
/// It is always this node.
struct ManagementNodeInventory: Encodable, Sendable {
    static let type = "org.zstack.header.managementnode.ManagementNodeInventory"

    let uuid: String
    let hostName: String
    let joinDate: String

    /// Throws an error unless the nodes that a call names are this node.
    ///
    /// - Parameter uuids: The UUIDs, which can be absent for all nodes, but not empty.
    /// - Throws: `PlatformFailure` if there is another one.
    func requireOnly(_ uuids: [String]?) throws(PlatformFailure) {
        guard let uuids else {
            return
        }
        guard !uuids.isEmpty else {
            throw .invalid("The list of management nodes is empty.", "管理节点列表为空。")
        }
        if let other = uuids.first(where: { $0 != self.uuid }) {
            throw .notFound(other)
        }
    }
}
