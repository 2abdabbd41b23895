public import LicensePolicy

/// The platform's JSON response to GetLicenseInfo: `{"inventory": …, "success": true}`.
///
/// ```swift
/// let response = GetLicenseInfoResponse(
///     gate.entitlements,
///     usage: usage,
///     licenseRequest: applicationCode,
///     offset: .china
/// )
/// return Response(status: .ok, body: try encoder.encode(response))
/// ```
public struct GetLicenseInfoResponse: Sendable, Hashable, Encodable {
    /// The base license and what can be added now, or the Community edition.
    public let inventory: LicenseInventory

    /// Whether the request succeeded, which is always `true`.
    public let success: Bool

    /// Creates a response from entitlements.
    ///
    /// - Parameters:
    ///   - entitlements: The entitlements at the current instant.
    ///   - usage: The current usage.
    ///   - licenseRequest: The node's application code. It must not contain a private key.
    ///   - offset: The UTC offset of the dates.
    public init(_ entitlements: Entitlements, usage: LicenseUsage, licenseRequest: String, offset: UTCOffset) {
        self.inventory = LicenseInventory(entitlements, usage: usage, licenseRequest: licenseRequest, offset: offset)
        self.success = true
    }
}
