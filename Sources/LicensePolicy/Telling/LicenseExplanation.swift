public import LicenseModel

/// What becomes of one licence of a slot, and why.
public struct LicenseExplanation: Sendable, Equatable, Codable {
    /// What becomes of a licence.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        /// It is the slot's effective licence.
        case effective

        /// It follows the effective one without a gap, and prolongs the coverage.
        case follows

        /// Another licence goes before it: in force before grace before expired before pending, for a module a licence
        /// for modules before a base licence's bundle, then the one issued later.
        case superseded

        /// It does not cover this build of the product, and is left out.
        case leftOut
    }

    /// The licence's id.
    public let id: LicenseID

    /// The SHA-256 of its payload in hexadecimal, which tells two licences of one id apart.
    public let payloadDigest: String

    /// How it stands by itself.
    public let state: SlotState

    /// What becomes of it.
    public let role: Role

    /// The first instant at which it is in force.
    public let notBefore: Instant

    /// The first instant at which it is no longer in force.
    ///
    /// `nil`: it is perpetual.
    public let expiresAt: Instant?

    /// The end of its grace, where it grants one.
    public let graceUntil: Instant?

    /// The same for a person, in a line.
    public var text: LocalizedText {
        let until = self.expiresAt.map(\.description)
        let english = until.map { " until \($0)" } ?? ", without an end"
        let chinese = until.map { "至\($0)" } ?? "起，永久有效"
        let role =
            switch self.role {
            case .effective: LocalizedText("is the one that counts", "为当前采用的许可证")
            case .follows: LocalizedText("follows without a gap", "为后续衔接的许可证")
            case .superseded: LocalizedText("does not count, since another goes before it", "未采用，已有其他许可证优先")
            case .leftOut: LocalizedText("is left out, since it does not cover this build", "未采用，不适用于当前版本")
            }
        return LocalizedText(
            "The licence \(self.id), from \(self.notBefore)\(english), \(role.english).",
            "许可证\(self.id)（\(self.notBefore)\(chinese)）\(role.simplifiedChinese)。"
        )
    }

    init(_ license: License, role: Role, at instant: Instant) {
        self.id = license.id
        self.payloadDigest = license.payloadDigest.description
        self.state = license.state(at: instant)
        self.role = role
        self.notBefore = license.notBefore
        self.expiresAt = license.expiresAt
        self.graceUntil = license.graceUntil
    }
}

extension LicenseExplanation {
    /// Reads an explanation of a license as another service writes it.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where a member is not what it must be.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decode(LicenseID.self, forKey: .id)
        self.payloadDigest = try container.decodeDigest(forKey: .payloadDigest)
        self.state = try container.decode(SlotState.self, forKey: .state)
        self.role = try container.decode(Role.self, forKey: .role)
        self.notBefore = try container.decode(Instant.self, forKey: .notBefore)
        self.expiresAt = try container.decodeIfPresent(Instant.self, forKey: .expiresAt)
        self.graceUntil = try container.decodeIfPresent(Instant.self, forKey: .graceUntil)
    }
}
