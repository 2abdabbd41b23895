public import LicensePolicy

/// The answer of GetLicenseInfo: `{"inventory": …, "success": true}` (license guide, rows 28 and 29).
public struct GetLicenseInfoAnswer: Sendable, Hashable, Encodable {
    /// The base license.
    public let inventory: LicenseInventory

    /// `true`.
    public let success: Bool

    /// Answers for the base license.
    ///
    /// - Parameters:
    ///   - entitlements: What is licensed, and when that was asked.
    ///   - usage: What is in use.
    ///   - licenseRequest: The node's application code. It must hold no private key.
    ///   - offset: The offset in which dates are written.
    public init(_ entitlements: Entitlements, usage: LicenseUsage, licenseRequest: String, offset: UTCOffset) {
        self.inventory = LicenseInventory(entitlements, usage: usage, licenseRequest: licenseRequest, offset: offset)
        self.success = true
    }
}
