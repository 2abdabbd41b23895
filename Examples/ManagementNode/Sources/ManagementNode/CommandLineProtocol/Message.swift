/// A message of the platform's command line.
struct Message: Sendable {
    /// The Java name of the message, such as `org.zstack.license.APIGetLicenseInfoMsg`.
    let name: String

    let fields: MessageFields

    /// The Java name of the reply, such as `org.zstack.license.APIGetLicenseInfoReply`.
    ///
    /// The replies to a few messages are events, because the platform itself works on them in the background.
    var replyName: String {
        switch self.name {
        case "org.zstack.header.identity.APILogInByAccountMsg": "org.zstack.header.identity.APILogInReply"
        case "org.zstack.license.APIUpdateLicenseMsg", "org.zstack.license.APIDeleteLicenseMsg": self.base + "Event"
        default: self.base + "Reply"
        }
    }

    private var base: String {
        self.name.hasSuffix("Msg") ? String(self.name.dropLast(3)) : self.name
    }
}
