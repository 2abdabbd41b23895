public import LicenseModel

/// What a key is trusted for, beside its algorithm: it stands in the public JWK, and the verifier holds every licence
/// against it.
public struct KeyConditions: Sendable, Hashable {
    /// The only issuer for whom the key is trusted: `iss` of the JWK.
    ///
    /// `nil`: any.
    public var issuer: ClaimString?

    /// The first instant at which the key may sign: `nbf` of the JWK.
    ///
    /// `nil`: any.
    public var validFrom: Instant?

    /// The first instant at which the key may no longer sign: `exp` of the JWK.
    ///
    /// `nil`: never.
    public var validUntil: Instant?

    /// What the key is for: `environment` of the JWK.
    public var environment: KeyEnvironment

    /// States what a key is trusted for.
    ///
    /// - Parameters:
    ///   - issuer: The only issuer. `nil`: any.
    ///   - validFrom: The first instant at which it may sign. `nil`: any.
    ///   - validUntil: The first instant at which it may no longer sign, after `validFrom`. `nil`: never.
    ///   - environment: What it is for.
    public init(
        issuer: ClaimString? = nil,
        validFrom: Instant? = nil,
        validUntil: Instant? = nil,
        environment: KeyEnvironment = .production
    ) {
        self.issuer = issuer
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.environment = environment
    }
}
