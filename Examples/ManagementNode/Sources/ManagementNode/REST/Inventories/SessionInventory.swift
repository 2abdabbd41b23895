import ZStackLicensing

/// A session, as the platform's clients read it.
struct SessionInventory: Encodable, Sendable {
    static let type = "org.zstack.header.identity.SessionInventory"

    let uuid: String
    let accountUuid: String
    let userUuid: String
    let createDate: String
    let expiredDate: String

    init(_ session: Session, offset: UTCOffset) {
        self.uuid = session.uuid
        self.accountUuid = session.account.uuid
        self.userUuid = session.account.uuid
        self.createDate = offset.text(of: session.createdAt)
        self.expiredDate = offset.text(of: session.expiresAt)
    }
}
