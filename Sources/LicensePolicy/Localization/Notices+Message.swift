public import LicenseModel

extension LicenseReminder {
    /// The message for users at login, which states when the license ends and asks to renew it.
    public var message: LicenseMessage {
        LicenseMessage(
            "reminder.\(self.kind)",
            self.slot.module,
            licenseIDs: [self.licenseID],
            until: self.until,
            days: self.daysUntilEnd,
            code: self.kind.rawValue
        )
    }
}

extension LicenseFinding {
    /// The message for an operator, to render with a catalog.
    public var message: LicenseMessage {
        LicenseMessage(
            "finding.\(self.code)",
            licenseIDs: self.licenseID.map { [$0] } ?? [],
            nodes: self.nodes,
            until: self.instant,
            code: self.code.rawValue
        )
    }
}
