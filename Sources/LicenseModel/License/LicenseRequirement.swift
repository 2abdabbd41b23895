/// The value that a check requires, or the explicit choice to skip the check.
///
/// Parameters have this type instead of `Optional`, so that a `nil`, for example from a failed conversion, cannot turn
/// off a check by accident.
///
/// ```swift
/// LicenseVerifier(trusting: keys, product: .only("photon"))
/// PolicyConfiguration(catalog: catalog, node: .only([try ClaimString(thumbprint)]), build: .any)
/// ```
public enum LicenseRequirement<Value> {
    /// Any value is accepted: the check is off.
    case any

    /// Only this value is accepted, or only an element of it if it is a collection.
    case only(Value)

    /// The value that is required, or `nil` if any value is accepted.
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
