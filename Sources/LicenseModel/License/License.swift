/// A verified license.
///
/// Only a verifier makes one, from a text whose signature it has checked with a trusted key: there is no public
/// initializer, no property can be changed, and the type cannot be decoded. Whoever holds a `License` may believe it.
///
/// It says what was bought. Whether it is in force depends on the time, and is LicensePolicy's to say: an expired license
/// is a `License` too.
public struct License: Sendable, Identifiable {
    /// What the license says, in one place that all copies of the value share.
    private let content: Content

    /// The id of the license, unique for its issuer: `jti`.
    public var id: LicenseID { self.content.fields.id }

    /// Who issued it: `iss`.
    public var issuer: ClaimString { self.content.fields.issuer }

    /// The product that it is for: `aud`.
    public var product: ProductID { self.content.fields.product }

    /// Whom it is issued to: `sub`.
    public var licensee: ClaimString { self.content.fields.licensee }

    /// The licensee's organization, where the license names one.
    public var organization: ClaimString? { self.content.fields.organization }

    /// When it was signed: `iat`.
    public var issuedAt: LicenseInstant { self.content.fields.issuedAt }

    /// The first instant at which it is in force: `nbf`, or `iat` where the license names none.
    public var notBefore: LicenseInstant { self.content.fields.notBefore }

    /// The first instant at which it is no longer in force: `exp`.
    ///
    /// `nil` where the license is perpetual.
    public var expiresAt: LicenseInstant? { self.content.fields.expiresAt }

    /// Whether it is for the product or for modules.
    public var category: LicenseCategory { self.content.fields.category }

    /// The edition of the product.
    ///
    /// `nil` for a license for modules.
    public var edition: License.Edition? { self.content.fields.edition }

    /// The modules that it is for, or that a base license bundles, in the license's order.
    public var modules: [License.Module] { self.content.fields.modules }

    /// The commercial type.
    public var type: LicenseType { self.content.fields.type }

    /// How much of each unit it covers.
    ///
    /// A unit that is not named is not limited by a base license, and not granted by a license for modules.
    public var limits: [LimitUnit: License.Limit] { self.content.fields.limits }

    /// The only functions that it covers.
    ///
    /// `nil`: all. On a base license the list is about the core alone.
    public var features: Set<License.Feature>? { self.content.fields.features }

    /// The thumbprints of the nodes that may use it.
    ///
    /// `nil`: any node.
    public var nodes: [ClaimString]? { self.content.fields.nodes }

    /// A number that rises with each license issued to the same licensee, where the issuer counts.
    public var sequence: Int? { self.content.fields.sequence }

    /// How many days before the end a reminder is due, 1 to 365, where the license replaces the default.
    public var reminderDays: Int? { self.content.fields.reminderDays }

    /// How many days after its expiry it still counts as in force, 1 to 365, where it grants any.
    public var graceDays: Int? { self.content.fields.graceDays }

    /// The last build of the product that it covers: builds made after this instant are not.
    ///
    /// `nil`: all builds.
    public var updatesUntil: LicenseInstant? { self.content.fields.updatesUntil }

    /// The algorithm of its signature.
    public var algorithm: SignatureAlgorithm { self.content.fields.algorithm }

    /// The id of the trusted key that signed it.
    public var keyID: KeyID { self.content.fields.keyID }

    /// What the key that signed it is for.
    public var environment: KeyEnvironment { self.content.fields.environment }

    /// The SHA-256 of what was signed.
    ///
    /// With ``id`` and ``issuer`` it is the license's identity.
    public var payloadDigest: PayloadDigest { self.content.fields.payloadDigest }

    /// Takes what a verifier has checked.
    package init(_ fields: Fields) {
        self.content = Content(fields)
    }

    /// The end of the grace after expiry, at most the end of the year 9999.
    ///
    /// `nil` where the license grants none.
    public var graceUntil: LicenseInstant? {
        guard let expiresAt, let graceDays else {
            return nil
        }
        return expiresAt.advanced(byDays: graceDays)
    }
}

extension License {
    /// Whether it was issued by and to the same as another.
    package func hasParties(of other: License) -> Bool {
        self.content.fields.issuer == other.content.fields.issuer
            && self.content.fields.licensee == other.content.fields.licensee
    }

    /// Whether its identity, the id, the issuer and the digest, comes before another's.
    package func hasSmallerIdentity(than other: License) -> Bool {
        let (lhs, rhs) = (self.content, other.content)
        if lhs.fields.id != rhs.fields.id {
            return lhs.fields.id < rhs.fields.id
        }
        if lhs.fields.issuer != rhs.fields.issuer {
            return lhs.fields.issuer < rhs.fields.issuer
        }
        return lhs.fields.payloadDigest < rhs.fields.payloadDigest
    }
}

extension License: CustomStringConvertible, CustomDebugStringConvertible {
    /// The license's id and category.
    ///
    /// What it contains stays out of logs.
    public var description: String {
        "License(\(self.category.rawValue), id: \(self.id))"
    }

    /// The license's id and category.
    ///
    /// What it contains stays out of logs.
    public var debugDescription: String {
        self.description
    }
}

extension License: Hashable {
    /// Compares what two licenses say, and by whom they are signed.
    ///
    /// - Parameters:
    ///   - lhs: A license.
    ///   - rhs: Another license.
    /// - Returns: Whether all of it is equal.
    public static func == (lhs: License, rhs: License) -> Bool {
        lhs.content === rhs.content || lhs.content.fields == rhs.content.fields
    }

    /// Feeds the license's identity to a hasher.
    ///
    /// - Parameter hasher: The hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(self.payloadDigest)
    }
}

extension License {
    /// A value of this size would be slow to copy, and evaluations copy licenses.
    private final class Content: Sendable {
        let fields: Fields

        init(_ fields: Fields) {
            self.fields = fields
        }
    }
}
