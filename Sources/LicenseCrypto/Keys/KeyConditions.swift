public import LicenseModel

/// The conditions under which a key is trusted, in addition to its algorithm.
///
/// The verifier checks every license against the conditions of its key.
///
/// ```swift
/// let conditions = KeyConditions(
///     issuer: .only(try ClaimString("https://vendor.example")),
///     validity: .until(try LicenseInstant("2030-01-01T00:00:00Z"))
/// )
/// ```
public struct KeyConditions: Sendable, Hashable {
    /// The period in which a key can sign licenses, which is checked against a license's `iat`.
    public struct Validity: Sendable, Hashable {
        /// The first instant of the period: `nbf` of the JWK.
        ///
        /// `nil` if the period has no start.
        public let start: LicenseInstant?

        /// The first instant after the period: `exp` of the JWK.
        ///
        /// `nil` if the period has no end.
        public let end: LicenseInstant?

        package init(start: LicenseInstant?, end: LicenseInstant?) {
            self.start = start
            self.end = end
        }

        /// A period without a start or an end.
        public static let always = Validity(start: nil, end: nil)

        /// Returns a period from an instant, without an end.
        ///
        /// - Parameter start: The first instant of the period.
        /// - Returns: The period.
        public static func from(_ start: LicenseInstant) -> Validity {
            Validity(start: start, end: nil)
        }

        /// Returns a period that ends before an instant, without a start.
        ///
        /// - Parameter end: The first instant after the period.
        /// - Returns: The period.
        public static func until(_ end: LicenseInstant) -> Validity {
            Validity(start: nil, end: end)
        }

        /// Returns a period between two instants.
        ///
        /// - Parameters:
        ///   - start: The first instant of the period.
        ///   - end: The first instant after the period. If it is not after `start`, creating a key with the period
        ///     throws `TrustedKeyError.Code.malformed`.
        /// - Returns: The period.
        public static func between(_ start: LicenseInstant, _ end: LicenseInstant) -> Validity {
            Validity(start: start, end: end)
        }

        /// Returns whether an instant is in the period.
        ///
        /// - Parameter instant: The instant at which a license was signed: its `iat`.
        /// - Returns: `true` if the instant is not before ``start`` and is before ``end``.
        func contains(_ instant: LicenseInstant) -> Bool {
            (self.start.map { $0 <= instant } ?? true) && (self.end.map { instant < $0 } ?? true)
        }

        /// Whether a JWK can represent the period: it starts before it ends, and neither is before 1970.
        ///
        /// `nbf` and `exp` are NumericDates, which are seconds since 1970 (RFC 7519, section 2).
        var isValid: Bool {
            let bounds = [self.start, self.end].compactMap(\.self)
            return bounds.allSatisfy { $0.secondsSince1970 >= 0 } && (bounds.count < 2 || bounds[0] < bounds[1])
        }
    }

    /// The conditions of a key that does not specify any: every issuer at any time, in production.
    public static let unrestricted = KeyConditions(issuer: .any, validity: .always)

    /// The only issuer that the key is trusted for, or `.any` for every issuer: `iss` of the JWK.
    public let issuer: LicenseRequirement<ClaimString>

    /// The period in which the key can sign licenses.
    public let validity: Validity

    /// The environment that the key is for: `environment` of the JWK.
    ///
    /// Licenses that are signed with a test key are refused unless the verifier accepts the test environment.
    public let environment: KeyEnvironment

    /// Creates the conditions under which a key is trusted.
    ///
    /// - Parameters:
    ///   - issuer: The only issuer that the key is trusted for, or `.any` for every issuer.
    ///   - validity: The period in which the key can sign licenses.
    ///   - environment: The environment that the key is for. By default, production.
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

// The period in messages.
extension KeyConditions.Validity {
    /// The period as the end of an English sentence, such as `until 2030-01-01T00:00:00Z`.
    var english: String {
        [self.start.map { "from \($0)" }, self.end.map { "until \($0)" }].compactMap(\.self).joined(separator: " ")
    }

    /// The period as a part of a Chinese sentence.
    var chinese: String {
        switch (self.start, self.end) {
        case (let start?, let end?): "自\(start)起至\(end)之前"
        case (let start?, nil): "\(start)及之后"
        case (nil, let end?): "\(end)之前"
        case (nil, nil): "任何时间"
        }
    }
}
