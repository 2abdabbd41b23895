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
    public static let paid: LicenseType = "Paid"

    /// A trial that anybody may have.
    public static let trial: LicenseType = "Trial"

    /// A trial that the vendor issued to one customer.
    public static let trialExt: LicenseType = "TrialExt"

    /// Bought, for the Hybrid edition.
    public static let hybrid: LicenseType = "Hybrid"

    /// A trial of the Hybrid edition.
    public static let hybridTrialExt: LicenseType = "HybridTrialExt"

    /// Issued through an equipment manufacturer.
    public static let oem: LicenseType = "OEM"

    /// Given away.
    public static let free: LicenseType = "Free"

    /// A license for modules.
    public static let addOn: LicenseType = "AddOn"
}
