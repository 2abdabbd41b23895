public import LicenseModel

/// Makes licenses of drafts, for one product and in the name of one issuer.
///
/// Every license is verified with the public key, as a product verifies it, and compared with its draft before it is
/// handed out.
///
/// ```swift
/// let vendor = try ClaimString("https://vendor.example")
/// let issuer = LicenseIssuer(key: key, issuer: vendor, catalog: catalog)
/// let license = try issuer.issue(draft, at: LicenseInstant(Date()))
/// try license.armored.write(toFile: license.fileName, atomically: true, encoding: .utf8)
/// ```
public struct LicenseIssuer: Sendable {
    /// What signs.
    public let signer: LicenseSigner

    /// Who issues: `iss`.
    public let issuer: ClaimString

    /// The product that the licenses are for, with the names that they may have: `aud` and what is licensed.
    public let catalog: ProductCatalog

    /// Issues with a key.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - issuer: Who issues.
    ///   - catalog: The product that the licenses are for, and what can be licensed of it.
    public init(key: SigningKey, issuer: ClaimString, catalog: ProductCatalog) {
        self.init(signer: LicenseSigner(key: key), issuer: issuer, catalog: catalog)
    }

    /// Issues with a signer, such as one whose key a hardware security module holds.
    ///
    /// - Parameters:
    ///   - signer: What signs.
    ///   - issuer: Who issues.
    ///   - catalog: The product that the licenses are for, and what can be licensed of it.
    public init(signer: LicenseSigner, issuer: ClaimString, catalog: ProductCatalog) {
        self.signer = signer
        self.issuer = issuer
        self.catalog = catalog
    }

    /// Issues a license.
    ///
    /// - Parameters:
    ///   - draft: What it is to say.
    ///   - instant: The time of signing, which becomes its `iat`.
    /// - Returns: The license.
    /// - Throws: ``IssuingError`` with everything that is wrong with the draft, or where the key does not sign, or where a
    ///   product would refuse the license: for its issuer or its time of signing, for which the key is not valid, or for
    ///   its size.
    public func issue(_ draft: LicenseDraft, at instant: LicenseInstant) throws(IssuingError) -> IssuedLicense {
        let problems = draft.problems(signedAt: instant, for: self.catalog)
        guard problems.isEmpty else {
            throw IssuingError(problems)
        }
        let claims = draft.claims(issuer: self.issuer, product: self.catalog.product, signedAt: instant)
        let issued = try self.signer.sign(payload: claims.bytes)
        guard draft.isSaid(by: issued.license, issuer: self.issuer, product: self.catalog.product, signedAt: instant)
        else {
            throw IssuingError(
                .differs,
                "What was signed does not say what the draft says. It is not handed out; report this as a fault."
            )
        }
        return issued
    }

    /// Issues several licenses in one file.
    ///
    /// - Parameters:
    ///   - drafts: What each is to say, 1 to 64.
    ///   - instant: The time of signing.
    /// - Returns: The licenses.
    /// - Throws: ``IssuingError`` of the first draft that is no license, or where they make no bundle.
    public func issue(_ drafts: [LicenseDraft], at instant: LicenseInstant) throws(IssuingError) -> LicenseBundle {
        var licenses: [IssuedLicense] = []
        for draft in drafts {
            licenses.append(try self.issue(draft, at: instant))
        }
        return try LicenseBundle(licenses)
    }
}
