extension LicenseError {
    /// Why a license text is refused, and what to do next, for a product that no catalog describes.
    ///
    /// ``ProductCatalog/text(of:)-(LicenseError)`` has it in the product's languages.
    public var message: LocalizedText {
        ProductCatalog.unnamed.text(of: self)
    }

    /// The message of the code alone.
    var codeMessage: LicenseMessage {
        LicenseMessage(
            "error.\(self.code)",
            licenseIDs: self.licenseID.map { [$0] } ?? [],
            code: self.code.rawValue,
            member: self.member,
            block: self.block
        )
    }
}
