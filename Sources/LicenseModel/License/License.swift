/// A verified licence.
///
/// Only a verifier makes one, from a text whose signature it has checked with a trusted key: there is no public
/// initializer, no property can be changed, and the type cannot be decoded. Whoever holds a `License` may believe it.
///
/// It says what was bought. Whether it is in force depends on the time, and is LicensePolicy's to say: an expired licence
/// is a `License` too.
public struct License: Sendable, Hashable, Identifiable {
    /// The id of the licence, unique for its issuer: `jti`.
    public let id: LicenseID

    /// Who issued it: `iss`.
    public let issuer: ClaimString

    /// The product that it is for: `aud`.
    public let product: ProductID

    /// Whom it is issued to: `sub` (licence guide, row 26).
    public let licensee: ClaimString

    /// The licensee's organization, where the licence names one.
    public let organization: ClaimString?

    /// When it was signed: `iat`.
    public let issuedAt: Instant

    /// The first instant at which it is in force: `nbf`, or `iat` where the licence names none.
    public let notBefore: Instant

    /// The first instant at which it is no longer in force: `exp`.
    ///
    /// `nil` where the licence is perpetual.
    public let expiresAt: Instant?

    /// Whether it is for the platform or for modules.
    public let category: LicenseCategory

    /// The edition of the platform.
    ///
    /// `nil` for a licence for modules.
    public let edition: Edition?

    /// The modules that it is for, or that a base licence bundles, in the licence's order.
    public let modules: [Module]

    /// The commercial type.
    public let type: LicenseType

    /// How much of each unit it covers.
    ///
    /// A unit that is not named is not limited by a base licence, and not granted by a licence for modules.
    public let limits: [LimitUnit: Limit]

    /// The only functions that it covers.
    ///
    /// `nil`: all. On a base licence the list is about the core alone.
    public let features: Set<Feature>?

    /// The thumbprints of the nodes that may use it.
    ///
    /// `nil`: any node.
    public let nodes: [ClaimString]?

    /// A number that rises with each licence issued to the same licensee, where the issuer counts.
    public let sequence: Int?

    /// How many days before the end a reminder is due, 1 to 365, where the licence replaces the default.
    public let reminderDays: Int?

    /// How many days after its expiry it still counts as in force, 1 to 365, where it grants any.
    public let graceDays: Int?

    /// The last build of the product that it covers: builds made after this instant are not.
    ///
    /// `nil`: all builds.
    public let updatesUntil: Instant?

    /// The algorithm of its signature.
    public let algorithm: SignatureAlgorithm

    /// The id of the trusted key that signed it.
    public let keyID: KeyID

    /// What the key that signed it is for.
    public let environment: KeyEnvironment

    /// The SHA-256 of what was signed.
    ///
    /// With ``id`` and ``issuer`` it is the licence's identity.
    public let payloadDigest: PayloadDigest

    /// Takes what a verifier has checked.
    package init(
        id: LicenseID,
        issuer: ClaimString,
        product: ProductID,
        licensee: ClaimString,
        organization: ClaimString?,
        issuedAt: Instant,
        notBefore: Instant,
        expiresAt: Instant?,
        category: LicenseCategory,
        edition: Edition?,
        modules: [Module],
        type: LicenseType,
        limits: [LimitUnit: Limit],
        features: Set<Feature>?,
        nodes: [ClaimString]?,
        sequence: Int?,
        reminderDays: Int?,
        graceDays: Int?,
        updatesUntil: Instant?,
        algorithm: SignatureAlgorithm,
        keyID: KeyID,
        environment: KeyEnvironment,
        payloadDigest: PayloadDigest
    ) {
        self.id = id
        self.issuer = issuer
        self.product = product
        self.licensee = licensee
        self.organization = organization
        self.issuedAt = issuedAt
        self.notBefore = notBefore
        self.expiresAt = expiresAt
        self.category = category
        self.edition = edition
        self.modules = modules
        self.type = type
        self.limits = limits
        self.features = features
        self.nodes = nodes
        self.sequence = sequence
        self.reminderDays = reminderDays
        self.graceDays = graceDays
        self.updatesUntil = updatesUntil
        self.algorithm = algorithm
        self.keyID = keyID
        self.environment = environment
        self.payloadDigest = payloadDigest
    }

    /// The end of the grace after expiry, at most the end of the year 9999.
    ///
    /// `nil` where the licence grants none.
    public var graceUntil: Instant? {
        guard let expiresAt, let graceDays else {
            return nil
        }
        return expiresAt.advanced(byDays: graceDays)
    }
}

extension License: CustomStringConvertible, CustomDebugStringConvertible {
    /// The licence's id and category.
    ///
    /// What it contains stays out of logs.
    public var description: String {
        "License(\(self.category.rawValue), id: \(self.id))"
    }

    /// The licence's id and category.
    ///
    /// What it contains stays out of logs.
    public var debugDescription: String {
        self.description
    }
}
