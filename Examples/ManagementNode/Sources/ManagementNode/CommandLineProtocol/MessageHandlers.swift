import Hummingbird
import LicenseStore
import Licensing
import ZStackLicensing

/// Answers the messages that the node knows.
struct MessageHandlers: Sendable {
    let login: LoginService
    let licenses: LicenseService
    let node: ManagementNodeInventory
    let offset: UTCOffset

    /// Returns the JSON text of the reply to a message.
    func reply(to message: Message, _ context: NodeContext) async throws -> String {
        let fields = message.fields
        switch message.name {
        case "org.zstack.header.identity.APILogInByAccountMsg":
            let session = try await self.login.logIn(
                try fields.text("accountName"),
                password: try fields.text("password"),
                from: context.clientAddress
            )
            let content = ["inventory": SessionInventory(session, offset: self.offset)]
            return try MessageReply(message.replyName, content).json()
        case "org.zstack.header.identity.APILogOutMsg":
            try await self.login.sessions.end(try fields.text("sessionUuid"))
            return try MessageReply(message.replyName, Nothing()).json()
        case "org.zstack.header.managementnode.APIQueryManagementNodeMsg":
            _ = try await self.session(fields)
            return try MessageReply(message.replyName, ["inventories": [self.node]]).json()
        case "org.zstack.license.APIGetLicenseInfoMsg":
            return try await self.info(message)
        case "org.zstack.license.APIGetLicenseAddOnsMsg":
            return try MessageReply(message.replyName, self.licenses.addOns()).json()
        case "org.zstack.license.APIGetLicenseCapabilitiesMsg":
            _ = try await self.session(fields)
            let content = ["capabilities": try await self.licenses.capabilities()]
            return try MessageReply(message.replyName, content).json()
        case "org.zstack.license.APIReloadLicenseMsg":
            let session = try await self.administrator(message, context)
            try self.node.requireOnly(try fields.texts("managementNodeUuids"))
            try await self.licenses.reload(by: LicenseActor(session.account))
            return try await self.info(message)
        case "org.zstack.license.APIUpdateLicenseMsg":
            let session = try await self.administrator(message, context)
            try self.node.requireOnly([try fields.text("managementNodeUuid")])
            let file = try UploadedLicense.decode(try fields.text("license"))
            try await self.licenses.update(file, by: session)
            return try await self.info(message)
        case "org.zstack.license.APIDeleteLicenseMsg":
            let session = try await self.administrator(message, context)
            try self.node.requireOnly([try fields.text("managementNodeUuid")])
            try await self.licenses.delete(try fields.text("uuid"), by: session)
            return try MessageReply(message.replyName, Nothing()).json()
        default:
            throw PlatformFailure.invalid("The node does not know this message.", "管理节点不支持该消息。")
        }
    }

    private func info(_ message: Message) async throws -> String {
        try MessageReply(message.replyName, try await self.licenses.info()).json()
    }

    private func session(_ fields: MessageFields) async throws -> Session {
        try await self.login.session(fields.session)
    }

    /// Returns the session of an administrator, who alone can send the message.
    private func administrator(_ message: Message, _ context: NodeContext) async throws -> Session {
        let session = try await self.session(message.fields)
        guard session.account.isAdministrator else {
            context.logRefusal(of: session.account, message.name)
            await self.licenses.recordRefusal(of: session.account)
            throw PlatformFailure.notPermitted
        }
        return session
    }

    /// The content of a reply that has only the member `success`.
    private struct Nothing: Encodable {}
}
