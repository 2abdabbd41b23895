public import LicenseModel

extension LicenseReminder {
    /// What a person reads at login: what ends, when, and to renew.
    public var message: LicenseMessage {
        LicenseMessage(
            "reminder.\(self.kind)",
            self.subject.module,
            licenseIDs: [self.licenseID],
            until: self.until,
            days: self.daysRemaining,
            code: self.kind.rawValue
        )
    }
}

extension LicenseFinding {
    /// What an operator reads.
    public var message: LicenseMessage {
        LicenseMessage(
            "finding.\(self.code)",
            licenseIDs: self.licenseID.map { [$0] } ?? [],
            code: self.code.rawValue
        )
    }
}
