public import LicenseModel

/// What becomes of one license of a slot, and why.
public struct LicenseExplanation: Sendable, Hashable, Codable {
    /// What becomes of a license.
    public struct Role: OpenCode {
        /// The role's name, such as `effective`.
        public let rawValue: String

        /// Takes a role's name, whether or not this release knows it.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It is the slot's effective license.
        public static let effective = Role(rawValue: "effective")

        /// It follows the effective one without a gap, and prolongs the coverage.
        public static let follows = Role(rawValue: "follows")

        /// Another license goes before it: in force before grace before expired before pending, for a module a plus license
        /// before a base license's bundle, then the one issued later.
        public static let superseded = Role(rawValue: "superseded")

        /// It does not cover this build of the product, and is excluded.
        public static let buildNotCovered = Role(rawValue: "build-not-covered")

        /// It is bound to other nodes, and is excluded.
        public static let wrongNode = Role(rawValue: "wrong-node")

        /// The roles of this release.
        public static let known: [Role] = [.effective, .follows, .superseded, .buildNotCovered, .wrongNode]
    }

    /// The license's id.
    public let id: LicenseID

    /// The SHA-256 of its payload, which tells two licenses of one id apart.
    public let payloadDigest: PayloadDigest

    /// How it stands by itself.
    public let state: SlotState

    /// What becomes of it.
    public let role: Role

    /// The first instant at which it is in force.
    public let notBefore: LicenseInstant

    /// The first instant at which it is no longer in force.
    ///
    /// `nil`: it is perpetual.
    public let expiresAt: LicenseInstant?

    /// The end of its grace, where it grants one.
    public let graceUntil: LicenseInstant?

    /// The same for a person, in a line.
    public var message: LocalizedText {
        let until = self.expiresAt.map(\.description)
        let english = until.map { " until \($0)" } ?? ", without an end"
        let chinese = until.map { "至\($0)" } ?? "起，永久有效"
        let role =
            switch self.role {
            case .effective: LocalizedText("is the one that counts", "为当前采用的许可证")
            case .follows: LocalizedText("follows without a gap", "为后续衔接的许可证")
            case .superseded: LocalizedText("does not count, since another goes before it", "未采用，已有其他许可证优先")
            case .buildNotCovered:
                LocalizedText("is excluded, since it does not cover this build", "未采用，不适用于当前版本")
            case .wrongNode: LocalizedText("is excluded, since it is bound to other nodes", "未采用，绑定于其他管理节点")
            default: LocalizedText("has the role '\(self.role)'", "（\(self.role)）")
            }
        return LocalizedText(
            "The license \(self.id), from \(self.notBefore)\(english), \(role.english).",
            "许可证\(self.id)（\(self.notBefore)\(chinese)）\(role.simplifiedChinese)。"
        )
    }

    init(_ license: License, role: Role, at instant: LicenseInstant) {
        self.id = license.id
        self.payloadDigest = license.payloadDigest
        self.state = license.state(at: instant)
        self.role = role
        self.notBefore = license.notBefore
        self.expiresAt = license.expiresAt
        self.graceUntil = license.graceUntil
    }
}
