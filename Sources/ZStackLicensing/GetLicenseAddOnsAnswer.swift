public import LicensePolicy

/// The answer of GetLicenseAddOns: `{"addons": […], "success": true}`.
public struct GetLicenseAddOnsAnswer: Sendable, Hashable, Encodable {
    /// The licenses of the modules that are activated, in grace or expired, ordered by their first module.
    ///
    /// A module that a base license bundles has an entry too, and one whose license has yet to start has none.
    public let addons: [LicenseAddOnInventory]

    /// `true`.
    public let success: Bool

    /// Answers for the modules.
    ///
    /// - Parameters:
    ///   - entitlements: What is licensed, and when that was asked.
    ///   - offset: The offset in which dates are written.
    public init(_ entitlements: Entitlements, offset: UTCOffset) {
        self.addons = LicenseAddOnInventory.all(entitlements, offset: offset)
        self.success = true
    }
}
