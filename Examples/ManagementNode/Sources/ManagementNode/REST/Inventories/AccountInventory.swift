import ZStackLicensing

/// An account, without its password.
struct AccountInventory: Encodable, Sendable {
    static let type = "org.zstack.header.identity.AccountInventory"

    let uuid: String
    let name: String
    let type: String
    let createDate: String

    init(_ account: Account, offset: UTCOffset) {
        self.uuid = account.uuid
        self.name = account.name
        self.type = account.type.rawValue
        self.createDate = offset.text(of: account.createdAt)
    }
}
