extension LicenseError {
    /// The reason for the refusal and what to do next, with `the product` instead of your product's name.
    ///
    /// To get the message with your product's name and in your product's languages, use
    /// ``ProductCatalog/text(of:)-(LicenseError)``.
    public var message: LocalizedText {
        ProductCatalog.unnamed.text(of: self)
    }

    /// The general message for the error's code.
    var codeMessage: LicenseMessage {
        LicenseMessage(
            "error.\(self.code)",
            licenseIDs: self.licenseID.map { [$0] } ?? [],
            code: self.code.rawValue,
            member: self.member,
            block: self.block
        )
    }

    /// The message that states what the file is instead of a license, or `nil` if it is not recognized.
    var fileMessage: LicenseMessage? {
        self.recognizedFile.map {
            LicenseMessage("file.\($0)", code: $0.rawValue, block: self.block, line: self.line)
        }
    }
}
