public import LicensePolicy

/// The platform's JSON response to GetLicenseAddOns: `{"addons": […], "success": true}`.
///
/// ```swift
/// let response = GetLicenseAddOnsResponse(gate.entitlements, offset: .china)
/// return Response(status: .ok, body: try encoder.encode(response))
/// ```
public struct GetLicenseAddOnsResponse: Sendable, Hashable, Encodable {
    /// An entry for each module whose plus license is current, in its grace period, or expired, ordered by module.
    ///
    /// A module that a base license bundles has no entry, and neither has one whose license has not started yet.
    public let addons: [LicenseAddOnInventory]

    /// Whether the request succeeded, which is always `true`.
    public let success: Bool

    /// Creates a response from entitlements.
    ///
    /// - Parameters:
    ///   - entitlements: The entitlements at the current instant.
    ///   - offset: The UTC offset of the dates.
    public init(_ entitlements: Entitlements, offset: UTCOffset) {
        self.addons = LicenseAddOnInventory.all(entitlements, offset: offset)
        self.success = true
    }
}
