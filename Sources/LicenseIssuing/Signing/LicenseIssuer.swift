public import LicenseModel
import LicenseNodeKey

/// Signs license drafts for one product and one issuer.
///
/// Before an issuer returns a license, it verifies the license with the public key, as a product does, and compares it
/// with the draft.
///
/// ```swift
/// let vendor = try ClaimString("https://vendor.example")
/// let issuer = LicenseIssuer(key: key, issuer: vendor, catalog: catalog)
/// let license = try issuer.issue(draft, at: LicenseInstant(Date()))
/// try license.armored.write(toFile: license.fileName, atomically: true, encoding: .utf8)
/// ```
public struct LicenseIssuer: Sendable {
    /// The signer that signs the claims of each license.
    let signer: LicenseSigner

    /// The issuer of the licenses, which becomes the `iss` claim.
    let issuer: ClaimString

    /// The catalog of the product that the licenses are for.
    ///
    /// Its product ID becomes the `aud` claim. Drafts can name only its editions, modules and units, unless a draft
    /// sets ``LicenseDraft/allowsUnknownNames``.
    let catalog: ProductCatalog

    /// Creates an issuer that signs with a key in memory.
    ///
    /// - Parameters:
    ///   - key: The private key to sign with.
    ///   - issuer: The issuer of the licenses.
    ///   - catalog: The catalog of the product that the licenses are for.
    public init(key: SigningKey, issuer: ClaimString, catalog: ProductCatalog) {
        self.init(signer: LicenseSigner(key: key), issuer: issuer, catalog: catalog)
    }

    /// Creates an issuer that uses a custom signer, such as one for a key in a hardware security module.
    ///
    /// - Parameters:
    ///   - signer: The signer.
    ///   - issuer: The issuer of the licenses.
    ///   - catalog: The catalog of the product that the licenses are for.
    public init(signer: LicenseSigner, issuer: ClaimString, catalog: ProductCatalog) {
        self.signer = signer
        self.issuer = issuer
        self.catalog = catalog
    }

    /// Signs a draft and returns the license.
    ///
    /// - Parameters:
    ///   - draft: The content of the license.
    ///   - instant: The time of signing, which becomes the `iat` claim. Pass the current time.
    /// - Returns: The signed and verified license.
    /// - Throws: ``IssuingError`` if the draft is invalid, if the time is earlier than that of a license passed to
    ///   ``LicenseSigner/after(_:)``, if signing fails, or if a product would refuse the license: for example because the
    ///   key is not valid for the issuer or at the time of signing, or because the token is too large.
    public func issue(_ draft: LicenseDraft, at instant: LicenseInstant) throws(IssuingError) -> IssuedLicense {
        let problems = draft.problems(signedAt: instant, for: self.catalog)
        guard problems.isEmpty else {
            throw IssuingError(problems)
        }
        let claims = draft.claims(issuer: self.issuer, product: self.catalog.product, signedAt: instant)
        let issued = try self.signer.sign(payload: claims.bytes, at: instant)
        guard draft.matches(issued.license, issuer: self.issuer, product: self.catalog.product, signedAt: instant)
        else {
            throw IssuingError(
                .differs,
                "The signed license does not match its draft and was discarded. This is a bug: please report it."
            )
        }
        return issued
    }

    /// Signs several drafts and returns the licenses as one bundle.
    ///
    /// - Parameters:
    ///   - drafts: The content of each license, 1 to 64 drafts with unique IDs.
    ///   - instant: The time of signing, which becomes the `iat` claim of each license. Pass the current time.
    /// - Returns: The licenses in the order of the drafts.
    /// - Throws: ``IssuingError`` for the first draft that cannot be issued, or if the licenses do not form a valid
    ///   bundle.
    public func issue(_ drafts: [LicenseDraft], at instant: LicenseInstant) throws(IssuingError) -> LicenseBundle {
        var licenses: [IssuedLicense] = []
        for draft in drafts {
            licenses.append(try self.issue(draft, at: instant))
        }
        return try LicenseBundle(licenses)
    }
}
