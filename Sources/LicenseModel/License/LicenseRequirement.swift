/// What something must be, or that it may be anything.
///
/// It stands where an `Optional` could turn a check off by accident: `nil`, such as a conversion gives that failed, is
/// neither choice.
///
/// ```swift
/// LicenseVerifier(trusting: keys, product: .only("photon"))
/// PolicyConfiguration(catalog: catalog, node: .only([try ClaimString(thumbprint)]), build: .any)
/// ```
public enum LicenseRequirement<Value> {
    /// Anything is taken. The check is off, and the source says so.
    case any

    /// Only this value is taken, or one of these if it is a collection.
    case only(Value)

    /// The value that is required, or `nil` if anything is taken.
    package var value: Value? {
        switch self {
        case .any: nil
        case .only(let value): value
        }
    }
}

extension LicenseRequirement: Equatable where Value: Equatable {}
extension LicenseRequirement: Hashable where Value: Hashable {}
extension LicenseRequirement: Sendable where Value: Sendable {}
