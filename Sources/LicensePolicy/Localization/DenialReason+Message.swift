public import LicenseModel

extension DenialReason {
    /// Why something is denied, with the numbers and dates.
    public var message: LicenseMessage {
        self.message(of: "reason")
    }

    /// What to do about it.
    public var remedy: LicenseMessage {
        self.message(of: "remedy")
    }

    /// Why something is denied: a message, or one for each limit that would be passed.
    package var messages: [LicenseMessage] {
        self.shortages.isEmpty ? [self.message] : self.shortages.map(\.message)
    }

    private func message(of kind: String) -> LicenseMessage {
        LicenseMessage(
            "\(kind).\(self.code)",
            self.slot.module,
            licenseIDs: self.licenseID.map { [$0] } ?? [],
            feature: self.feature,
            instant: self.instant,
            code: self.code.rawValue
        )
    }
}

extension LimitShortage {
    /// By how much an addition would go over a limit.
    public var message: LicenseMessage {
        LicenseMessage(
            "shortage",
            unit: self.unit,
            limit: .count(self.limit),
            used: self.used,
            requested: self.requested
        )
    }
}

extension ProductCatalog {
    /// Why something is denied, with the numbers and dates: a line, or one for each limit that would be passed.
    ///
    /// - Parameter reason: The reason.
    /// - Returns: The text.
    public func text(of reason: DenialReason) -> LocalizedText {
        self.text(of: reason.messages)
    }
}
