public import LicenseModel

/// What becomes of one license of a slot, and why.
public struct LicenseExplanation: Sendable, Equatable, Codable {
    /// What becomes of a license, such as `effective`.
    public typealias Role = LicenseCode<LicenseExplanation>

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
    public var message: LicenseMessage {
        LicenseMessage(
            "role.\(self.role)",
            licenseIDs: [self.id],
            instant: self.notBefore,
            until: self.expiresAt,
            code: self.role.rawValue
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
