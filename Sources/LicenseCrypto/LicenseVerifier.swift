public import LicenseModel

/// Turns the text of a license into a ``LicenseModel/License``, or says why not.
///
/// The checks run in a fixed order, and nothing later runs if an earlier one fails: size, form, header, key, signature.
/// Only then is a claim read. An expired license is verified like any other.
///
/// ```swift
/// let verifier = LicenseVerifier(trusting: try TrustedKeys(jwkSet: vendorKeys), catalog: catalog)
/// let licenses = try verifier.verify(contents: upload).licenses
/// ```
///
/// The verifier decides which products and which environments are taken. Which node this is, the policy is told.
public struct LicenseVerifier: Sendable {
    /// The keys that are trusted.
    public let keys: TrustedKeys

    /// The product that licenses must be for, or any, as a tool that only shows licenses wants it.
    public let product: LicenseRequirement<ProductID>

    /// The environments whose keys are taken.
    public let environments: Set<KeyEnvironment>

    /// The formats that are read beside this library's own.
    public let formats: [LicenseFormat]

    /// Makes a verifier.
    ///
    /// - Parameters:
    ///   - keys: The keys to trust.
    ///   - product: The product that licenses must be for, or any.
    ///   - environments: The environments whose keys are taken. By default production alone.
    ///   - formats: The formats to read beside this library's own. By default none.
    public init(
        trusting keys: TrustedKeys,
        product: LicenseRequirement<ProductID>,
        environments: Set<KeyEnvironment> = [.production],
        formats: [LicenseFormat] = []
    ) {
        self.keys = keys
        self.product = product
        self.environments = environments
        self.formats = formats
    }

    /// Makes a verifier of the licenses of one product.
    ///
    /// - Parameters:
    ///   - keys: The keys to trust.
    ///   - catalog: The product's catalog, whose product licenses must be for.
    ///   - environments: The environments whose keys are taken. By default production alone.
    ///   - formats: The formats to read beside this library's own. By default none.
    public init(
        trusting keys: TrustedKeys,
        catalog: ProductCatalog,
        environments: Set<KeyEnvironment> = [.production],
        formats: [LicenseFormat] = []
    ) {
        self.init(trusting: keys, product: .only(catalog.product), environments: environments, formats: formats)
    }

    /// Verifies the contents of a license file: a bare token, armored blocks with any words around them, or a file of
    /// another format that the verifier was given.
    ///
    /// A license that is bound to other nodes is verified like any other: see ``LicenseModel/License/wrongNodeError(on:)``.
    ///
    /// - Parameter bytes: The file's contents, at most 256 KiB. No more than one byte over that is read.
    /// - Returns: The licenses.
    /// - Throws: ``LicenseModel/LicenseError`` of the first license that is refused. The file is then refused whole.
    public func verify(contents bytes: some Collection<UInt8>) throws(LicenseError) -> VerifiedFile {
        try self.verify(fileBytes: Array(bytes.prefix(LicenseText.maximumSize + 1)))
    }

    private func verify(fileBytes contents: [UInt8]) throws(LicenseError) -> VerifiedFile {
        if contents.count <= LicenseText.maximumSize,
            let format = self.formats.first(where: { $0.recognizes(contents) })
        {
            let license = try format.read(contents)
            try self.requireScope(of: license)
            return VerifiedFile(entries: [.init(license: license, source: contents)])
        }
        let text = try LicenseText(contents)
        var entries: [VerifiedFile.Entry] = []
        for (index, token) in text.tokens.enumerated() {
            do {
                entries.append(.init(license: try self.verify(tokenBytes: token), source: token))
            } catch {
                throw text.isArmored ? error.inBlock(index + 1) : error
            }
        }
        return VerifiedFile(entries: entries)
    }

    /// Verifies the contents of a license file: a bare token, or armored blocks with any words around them.
    ///
    /// - Parameter text: The file's contents, at most 256 KiB. Not its path.
    /// - Returns: The licenses.
    /// - Throws: ``LicenseModel/LicenseError`` of the first license that is refused. The file is then refused whole.
    public func verify(contents text: String) throws(LicenseError) -> VerifiedFile {
        try self.verify(contents: text.utf8)
    }

    /// Verifies one bare token, with nothing around it, at most 64 KiB.
    ///
    /// - Parameter token: The token.
    /// - Returns: The license.
    /// - Throws: ``LicenseModel/LicenseError`` where the token is refused.
    public func verify(token: String) throws(LicenseError) -> License {
        // A whole string is copied at once, a part of it byte by byte.
        let isTooLarge = token.utf8.count > UnverifiedToken.maximumSize
        return try self.verify(
            tokenBytes: isTooLarge ? Array(token.utf8.prefix(UnverifiedToken.maximumSize + 1)) : Array(token.utf8)
        )
    }

    private func verify(tokenBytes: [UInt8]) throws(LicenseError) -> License {
        let token = try UnverifiedToken(tokenBytes)
        let key = try self.key(for: token)
        guard let isValid = key.verdict(on: token.signature, over: token.signedText),
            let digest = key.digest(token.payload)
        else {
            throw LicenseError(
                .signatureInvalid,
                "The license's signature can't be checked now: the process is exiting, or has no memory left. Try again."
            )
        }
        guard isValid else {
            throw LicenseError(
                .signatureInvalid,
                "The license's signature is not that of the key '\(key.id)': it was changed, or signed by another."
                    + " Ask \(LicenseError.contact) for it again."
            )
        }
        let license = try Self.license(token.payload, signedBy: key, digest: digest)
        try self.requireConditions(of: key, for: license)
        try self.requireScope(of: license)
        return license
    }

    private func key(for token: UnverifiedToken) throws(LicenseError) -> TrustedKey {
        guard let key = self.keys[token.keyID] else {
            throw LicenseError(
                .unknownKey,
                "The license is signed with the key '\(token.keyID)', which this product does not trust. Update the"
                    + " product, or ask \(LicenseError.contact) for a license signed with a key that it knows."
            )
        }
        guard key.algorithm == token.algorithm else {
            throw LicenseError(
                .algorithmMismatch,
                "The license names \(token.algorithm.rawValue), and its key '\(key.id)' is for \(key.algorithm.rawValue)."
                    + " It was signed wrongly; ask \(LicenseError.contact) for a corrected one."
            )
        }
        return key
    }

    private static func license(
        _ payload: [UInt8],
        signedBy key: TrustedKey,
        digest: PayloadDigest
    ) throws(LicenseError) -> License {
        let document: StrictJSON
        do {
            document = try StrictJSON(payload)
        } catch {
            throw LicenseError(
                .claimsInvalid,
                "The JSON of the license's payload \(error.problem) (byte \(error.offset)). It was issued wrongly;"
                    + " ask \(LicenseError.contact) for a corrected one."
            )
        }
        let claims = try Claims(document.members)
        let license = try claims.license(signedBy: key, payloadDigest: digest)
        try claims.requireUnderstood()
        return license
    }

    private func requireConditions(of key: TrustedKey, for license: License) throws(LicenseError) {
        if case .only(let issuer) = key.conditions.issuer, license.issuer != issuer {
            throw LicenseError(
                .issuerMismatch,
                "The key '\(key.id)' is not trusted for the license's issuer. Ask \(LicenseError.contact) for a corrected license.",
                member: "iss",
                licenseID: license.id
            )
        }
        guard key.conditions.validity.contains(license.issuedAt) else {
            throw LicenseError(
                .keyNotValid,
                "The license was signed at \(license.issuedAt), when its key '\(key.id)' was not valid. Ask \(LicenseError.contact) for"
                    + " a license signed with a key of that time.",
                member: "iat",
                licenseID: license.id
            )
        }
    }

    /// Requires that licenses of the environment and for the product are taken, whatever format they come in.
    private func requireScope(of license: License) throws(LicenseError) {
        guard self.environments.contains(license.environment) else {
            throw LicenseError(
                .keyNotValid,
                "The license is signed with the key '\(license.keyID)' of the \(license.environment.rawValue) environment,"
                    + " which is not taken here. Install a license made for this environment.",
                licenseID: license.id
            )
        }
        if case .only(let product) = self.product, license.product != product {
            throw LicenseError(
                .wrongProduct,
                "The license is for the product '\(license.product)', not for '\(product)'. Choose the file for this one.",
                member: "aud",
                licenseID: license.id
            )
        }
    }
}

// What is often guessed, with the answer.
extension LicenseVerifier {
    /// See ``verify(contents:)-swift.method``.
    @available(*, unavailable, message: "read the file yourself, at most 256 KiB and a byte, and use verify(contents:)")
    public func verify(contentsOf file: some Any) throws(LicenseError) -> VerifiedFile {
        VerifiedFile(entries: [])
    }
}
