public import LicenseModel

extension DenialReason {
    /// The message that explains the reason, without the numbers of shortages.
    public var message: LicenseMessage {
        self.message(of: "reason")
    }

    /// The remedy: what an administrator can do about the reason.
    public var remedy: LicenseMessage {
        self.message(of: "remedy")
    }

    /// The messages that explain the reason: one per shortage, or a single message if there are no shortages.
    package var messages: [LicenseMessage] {
        self.shortages.isEmpty ? [self.message] : self.shortages.map(\.message)
    }

    private func message(of kind: String) -> LicenseMessage {
        LicenseMessage(
            "\(kind).\(self.code)",
            self.slot.module,
            licenseIDs: self.licenseID.map { [$0] } ?? [],
            nodes: self.nodes,
            feature: self.feature,
            instant: self.instant,
            code: self.code.rawValue
        )
    }
}

extension LimitShortage {
    /// The message that states the limit, the current usage and the requested amount.
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
    /// Returns the text that explains a reason, in one line or in one line per shortage.
    ///
    /// - Parameter reason: The reason to explain.
    /// - Returns: The text in each of the catalog's languages.
    public func text(of reason: DenialReason) -> LocalizedText {
        self.text(of: reason.messages)
    }
}
