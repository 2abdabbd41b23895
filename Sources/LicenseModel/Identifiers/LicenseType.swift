/// The commercial type of a licence, such as `Paid` (licence guide, row 25).
///
/// It is shown and decides nothing.
public struct LicenseType: LicenseIdentifier {
    /// The identifier's text.
    public let rawValue: String

    /// Makes a type of a text, or `nil` where the text is no identifier.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        guard IdentifierSyntax.isIdentifier(rawValue) else {
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

    /// A licence for modules.
    public static let addOn: LicenseType = "AddOn"
}
