/// A license whose signature and claims have been verified.
///
/// Only a verifier creates a `License`, after it has verified the signature with a trusted key. The type has no public
/// initializer, its properties are read-only, and it is not `Decodable`. You can trust the contents of every `License`.
///
/// ```swift
/// for license in try verifier.verify(contents: upload).licenses {
///     print(license.id, license.licensee, license.expiresAt?.description ?? "perpetual")
/// }
/// ```
///
/// A license describes what the customer bought. Whether it is current depends on the time: an expired license is also
/// a `License`. To find out what licenses allow at an instant, use `Entitlements` or `LicenseGate` in `LicensePolicy`.
public struct License: Sendable, Identifiable {
    /// The fields of the license, in storage that all copies of the value share.
    ///
    /// An evaluation of many licenses reads the storage directly, because a call for each field takes longer.
    package let content: Content

    /// The ID of the license, which is unique for its issuer: the `jti` claim (RFC 7519, section 4.1.7).
    public var id: LicenseID { self.content.fields.id }

    /// The issuer of the license: the `iss` claim (RFC 7519, section 4.1.1).
    public var issuer: ClaimString { self.content.fields.issuer }

    /// The product that the license is for: the `aud` claim (RFC 7519, section 4.1.3).
    public var product: ProductID { self.content.fields.product }

    /// The customer that the license is issued to: the `sub` claim (RFC 7519, section 4.1.2).
    public var licensee: ClaimString { self.content.fields.licensee }

    /// The licensee's organization, or `nil` if the license does not name one.
    public var organization: ClaimString? { self.content.fields.organization }

    /// The instant at which the license was signed: the `iat` claim (RFC 7519, section 4.1.6).
    public var issuedAt: LicenseInstant { self.content.fields.issuedAt }

    /// The first instant at which the license is current: the `nbf` claim (RFC 7519, section 4.1.5), or ``issuedAt`` if
    /// there is no such claim.
    public var notBefore: LicenseInstant { self.content.fields.notBefore }

    /// The first instant at which the license is no longer current: the `exp` claim (RFC 7519, section 4.1.4).
    ///
    /// `nil` if the license is perpetual.
    public var expiresAt: LicenseInstant? { self.content.fields.expiresAt }

    /// The category of the license: a base license for the product, or a plus license for modules.
    public var category: LicenseCategory { self.content.fields.category }

    /// The edition of the product that a base license is for.
    ///
    /// `nil` for a plus license.
    public var edition: License.Edition? { self.content.fields.edition }

    /// The modules that a plus license is for, or that a base license bundles, in the order of the license.
    ///
    /// Empty if a base license does not bundle modules.
    public var modules: [License.Module] { self.content.fields.modules }

    /// The commercial type of the license, for display only.
    public var type: LicenseType { self.content.fields.type }

    /// The limits of the license by unit.
    ///
    /// If a unit is not listed, a base license does not limit it, and a plus license does not grant any of it.
    public var limits: [LimitUnit: License.Limit] { self.content.fields.limits }

    /// The features that the license covers, or `nil` if it covers all features.
    ///
    /// An empty set means no features. The list of a base license applies only to the base: modules that the license bundles
    /// have all their features.
    public var features: Set<License.Feature>? { self.content.fields.features }

    /// The thumbprints of the nodes that the license is bound to.
    ///
    /// `nil` if the license can be used on any node.
    public var nodes: [ClaimString]? { self.content.fields.nodes }

    /// A number from 0 to 2^53 - 1 that increases with each license issued to the same licensee.
    ///
    /// `nil` if the issuer does not number its licenses.
    public var sequence: Int? { self.content.fields.sequence }

    /// The number of days before the end at which reminders start, from 1 to 365.
    ///
    /// `nil` if the product's default applies, which is `reminderDays` of its `PolicyConfiguration`.
    public var reminderDays: Int? { self.content.fields.reminderDays }

    /// The length of the grace period after the end of the license in days, from 1 to 365.
    ///
    /// `nil` if the license has no grace period.
    public var graceDays: Int? { self.content.fields.graceDays }

    /// The latest build date of the product that the license covers.
    ///
    /// `nil` if the license covers all builds.
    public var updatesUntil: LicenseInstant? { self.content.fields.updatesUntil }

    /// The algorithm of the license's signature.
    public var algorithm: SignatureAlgorithm { self.content.fields.algorithm }

    /// The ID of the trusted key that signed the license.
    public var keyID: KeyID { self.content.fields.keyID }

    /// The environment of the key that signed the license.
    public var environment: KeyEnvironment { self.content.fields.environment }

    /// The SHA-256 digest of the payload that was signed.
    ///
    /// Together, the digest, ``id`` and ``issuer`` identify a license.
    public var payloadDigest: PayloadDigest { self.content.fields.payloadDigest }

    /// Creates a license from the fields that a verifier has checked.
    package init(_ fields: Fields) {
        self.content = Content(fields)
    }

    /// The end of the grace period, at most ``LicenseInstant/latest``.
    ///
    /// `nil` if the license is perpetual or has no grace period.
    public var graceUntil: LicenseInstant? {
        guard let expiresAt, let graceDays else {
            return nil
        }
        return expiresAt.advanced(byDays: graceDays)
    }
}

extension License {
    /// Returns whether the license has the same issuer and licensee as another license.
    package func hasParties(of other: License) -> Bool {
        self.content.fields.issuer == other.content.fields.issuer
            && self.content.fields.licensee == other.content.fields.licensee
    }

    /// Returns whether the license sorts before another license by ID, issuer and payload digest.
    package func hasSmallerIdentity(than other: License) -> Bool {
        if self.id != other.id {
            return self.id < other.id
        }
        if self.issuer != other.issuer {
            return self.issuer < other.issuer
        }
        return self.payloadDigest < other.payloadDigest
    }
}

extension License: CustomStringConvertible {
    /// The license's ID and category, which are safe to log.
    public var description: String {
        "License(\(self.category.rawValue), id: \(self.id))"
    }
}

extension License: Hashable {
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public static func == (lhs: License, rhs: License) -> Bool {
        lhs.content === rhs.content || lhs.content.fields == rhs.content.fields
    }

    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public func hash(into hasher: inout Hasher) {
        hasher.combine(self.payloadDigest)
    }
}

extension License {
    /// Shared storage for the fields, because evaluations copy licenses and a struct of this size is slow to copy.
    package final class Content: Sendable {
        package let fields: Fields

        init(_ fields: Fields) {
            self.fields = fields
        }
    }
}
