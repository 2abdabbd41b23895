/// The commercial type of a license, such as `Paid`.
///
/// It is for display only: no decision depends on it.
public struct LicenseType: LicenseIdentifier {
    /// The identifier as written in a license.
    public let rawValue: String

    /// Creates an identifier, or returns `nil` if the text is not a valid identifier.
    ///
    /// - Parameter rawValue: The text, which is used unchanged.
    public init?(rawValue: String) {
        guard Self.problem(in: rawValue) == nil else {
            return nil
        }
        self.rawValue = rawValue
    }
}

extension LicenseType {
    /// The customer bought the license.
    public static var paid: LicenseType { "Paid" }

    /// The license is a trial that any customer can get.
    public static var trial: LicenseType { "Trial" }

    /// The license is a trial that the vendor issued to one customer.
    public static var trialExt: LicenseType { "TrialExt" }

    /// The customer bought the license for on-premises and hosted use.
    public static var hybrid: LicenseType { "Hybrid" }

    /// The license is a trial for on-premises and hosted use, which the vendor issued to one customer.
    public static var hybridTrialExt: LicenseType { "HybridTrialExt" }

    /// The license was issued through an original equipment manufacturer (OEM).
    public static var oem: LicenseType { "OEM" }

    /// The license is free of charge.
    public static var free: LicenseType { "Free" }

    /// The license is for modules, on top of a base license.
    public static var addOn: LicenseType { "AddOn" }
}
