public import LicenseModel

/// What a key is trusted for, beside its algorithm.
///
/// The verifier holds every license against it.
///
/// ```swift
/// let conditions = KeyConditions(issuer: .only(try ClaimString("https://vendor.example")), validity: .until(end))
/// ```
public struct KeyConditions: Sendable, Hashable {
    /// When the licenses that a key signs may be signed: their `iat`.
    public struct Validity: Sendable, Hashable {
        /// The first instant at which the key may sign: `nbf` of the JWK.
        ///
        /// `nil`: any.
        public let start: LicenseInstant?

        /// The first instant at which the key may no longer sign: `exp` of the JWK.
        ///
        /// `nil`: never.
        public let end: LicenseInstant?

        package init(start: LicenseInstant?, end: LicenseInstant?) {
            self.start = start
            self.end = end
        }

        /// At any time.
        public static let always = Validity(start: nil, end: nil)

        /// From an instant on.
        ///
        /// - Parameter start: The first instant.
        /// - Returns: The validity.
        public static func from(_ start: LicenseInstant) -> Validity {
            Validity(start: start, end: nil)
        }

        /// Before an instant.
        ///
        /// - Parameter end: The first instant at which the key may no longer sign.
        /// - Returns: The validity.
        public static func until(_ end: LicenseInstant) -> Validity {
            Validity(start: nil, end: end)
        }

        /// From an instant on, and before another.
        ///
        /// - Parameters:
        ///   - start: The first instant.
        ///   - end: The first instant at which the key may no longer sign. If it is not after the start, the key is refused.
        /// - Returns: The validity.
        public static func between(_ start: LicenseInstant, _ end: LicenseInstant) -> Validity {
            Validity(start: start, end: end)
        }

        /// Tells whether a license may be signed at an instant.
        ///
        /// - Parameter instant: The license's `iat`.
        /// - Returns: Whether the instant lies from the start on, and before the end.
        public func contains(_ instant: LicenseInstant) -> Bool {
            (self.start.map { $0 <= instant } ?? true) && (self.end.map { instant < $0 } ?? true)
        }

        /// Whether a JWK can say it: it starts before it ends, and neither before 1970 (RFC 7519, NumericDate).
        var isValid: Bool {
            let bounds = [self.start, self.end].compactMap(\.self)
            return bounds.allSatisfy { $0.secondsSince1970 >= 0 } && (bounds.count < 2 || bounds[0] < bounds[1])
        }
    }

    /// Any issuer, at any time, in production: what a key is trusted for that says nothing else.
    public static let unrestricted = KeyConditions(issuer: .any, validity: .always)

    /// The only issuer for whom the key is trusted, or any: `iss` of the JWK.
    public let issuer: LicenseRequirement<ClaimString>

    /// When the licenses that the key signs may be signed.
    public let validity: Validity

    /// What the key is for: `environment` of the JWK.
    ///
    /// Licenses by a key of the test environment are refused unless the verifier is told otherwise.
    public let environment: KeyEnvironment

    /// States what a key is trusted for.
    ///
    /// - Parameters:
    ///   - issuer: The only issuer, or any.
    ///   - validity: When the licenses that the key signs may be signed.
    ///   - environment: What the key is for.
    public init(
        issuer: LicenseRequirement<ClaimString>,
        validity: Validity,
        environment: KeyEnvironment = .production
    ) {
        self.issuer = issuer
        self.validity = validity
        self.environment = environment
    }
}
