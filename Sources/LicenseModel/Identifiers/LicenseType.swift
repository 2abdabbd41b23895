/// The commercial type of a license, such as `Paid`.
///
/// It is shown and decides nothing.
public struct LicenseType: LicenseIdentifier {
    /// The identifier's text.
    public let rawValue: String

    /// Takes an identifier, or is `nil`.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        guard Self.problem(in: rawValue) == nil else {
            return nil
        }
        self.rawValue = rawValue
    }
}

extension LicenseType {
    /// Bought.
    public static var paid: LicenseType { "Paid" }

    /// A trial that anybody may have.
    public static var trial: LicenseType { "Trial" }

    /// A trial that the vendor issued to one customer.
    public static var trialExt: LicenseType { "TrialExt" }

    /// Bought, for use on premises and in a service.
    public static var hybrid: LicenseType { "Hybrid" }

    /// A trial of what `Hybrid` is.
    public static var hybridTrialExt: LicenseType { "HybridTrialExt" }

    /// Issued through an equipment manufacturer.
    public static var oem: LicenseType { "OEM" }

    /// Given away.
    public static var free: LicenseType { "Free" }

    /// A license for modules.
    public static var addOn: LicenseType { "AddOn" }
}
