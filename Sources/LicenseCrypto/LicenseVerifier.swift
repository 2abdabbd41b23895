public import LicenseModel

/// Turns the text of a licence into a ``LicenseModel/License``, or says why not.
///
/// The checks run in a fixed order, and nothing later runs where an earlier one fails: size, form, header, key, signature;
/// and only then is a claim read. An expired licence is verified like any other.
///
/// ```swift
/// let verifier = LicenseVerifier(trusting: try TrustedKeys(jwkSet: vendorKeys), product: "cloud")
/// let licenses = try verifier.verify(file: text).licenses
/// ```
public struct LicenseVerifier: Sendable {
    /// The keys that are trusted.
    public let keys: TrustedKeys

    /// The product that licences must be for.
    ///
    /// `nil`: any, as a tool that only shows licences wants it.
    public let product: ProductID?

    /// The thumbprint of this node.
    ///
    /// `nil`: licences that are bound to nodes are taken on any node.
    public let node: ClaimString?

    /// The environments whose keys are taken.
    public let environments: Set<KeyEnvironment>

    /// Makes a verifier.
    ///
    /// - Parameters:
    ///   - keys: The keys to trust.
    ///   - product: The product that licences must be for. `nil`: any.
    ///   - node: The thumbprint of this node. `nil`: it is not checked.
    ///   - environments: The environments whose keys are taken. By default production alone.
    public init(
        trusting keys: TrustedKeys,
        product: ProductID?,
        node: ClaimString? = nil,
        environments: Set<KeyEnvironment> = [.production]
    ) {
        self.keys = keys
        self.product = product
        self.node = node
        self.environments = environments
    }

    /// Verifies a licence file: a bare token, or armoured blocks with any words around them, at most 256 KiB.
    ///
    /// - Parameter bytes: The file's bytes. No more than one byte over the cap is read.
    /// - Returns: The licences. Those bound to other nodes are set apart.
    /// - Throws: ``LicenseModel/LicenseError`` of the first licence that is refused. The file is then refused whole.
    public func verify(file bytes: some Collection<UInt8>) throws(LicenseError) -> VerifiedFile {
        let text = try LicenseText(Array(bytes.prefix(LicenseText.maximumSize + 1)))
        var entries: [VerifiedFile.Entry] = []
        for (index, token) in text.tokens.enumerated() {
            do {
                entries.append(.license(try self.verify(tokenBytes: token)))
            } catch {
                let placed = text.isArmored ? error.inBlock(index + 1) : error
                guard error.code == .wrongNode else {
                    throw placed
                }
                entries.append(.otherNode(placed))
            }
        }
        return VerifiedFile(entries: entries)
    }

    /// Verifies a licence file: a bare token, or armoured blocks with any words around them, at most 256 KiB.
    ///
    /// - Parameter text: The file's text.
    /// - Returns: The licences. Those bound to other nodes are set apart.
    /// - Throws: ``LicenseModel/LicenseError`` of the first licence that is refused. The file is then refused whole.
    public func verify(file text: String) throws(LicenseError) -> VerifiedFile {
        try self.verify(file: text.utf8)
    }

    /// Verifies one bare token, with nothing around it, at most 64 KiB.
    ///
    /// - Parameter token: The token.
    /// - Returns: The licence.
    /// - Throws: ``LicenseModel/LicenseError`` where the token is refused, or is bound to other nodes.
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
                "The licence's signature is not that of the key '\(key.id)': it was changed, or signed by another."
                    + " Ask the vendor for it again."
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
                "The licence is signed with the key '\(token.keyID)', which this product does not trust. Update the"
                    + " product, or ask the vendor for a licence signed with a key that it knows."
            )
        }
        guard key.algorithm == token.algorithm else {
            throw LicenseError(
                .algorithmMismatch,
                "The licence names \(token.algorithm.rawValue), and its key '\(key.id)' is for \(key.algorithm.rawValue)."
                    + " The vendor signed it wrongly; ask for a corrected one."
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
                "The JSON of the licence's payload \(error.problem) (byte \(error.offset)). The vendor issued it wrongly;"
                    + " ask for a corrected one."
            )
        }
        let claims = try Claims(document.members)
        let license = try claims.license(signedBy: key, payloadDigest: digest)
        try claims.requireUnderstood()
        return license
    }

    private func requireConditions(of key: TrustedKey, for license: License) throws(LicenseError) {
        if let issuer = key.issuer, license.issuer != issuer {
            throw LicenseError(
                .issuerMismatch,
                "The key '\(key.id)' is not trusted for the licence's issuer. Ask the vendor for a corrected licence.",
                member: "iss",
                licenseID: license.id
            )
        }
        guard key.validFrom.map({ $0 <= license.issuedAt }) ?? true,
            key.validUntil.map({ license.issuedAt < $0 }) ?? true
        else {
            throw LicenseError(
                .keyNotValid,
                "The licence was signed at \(license.issuedAt), when its key '\(key.id)' was not valid. Ask the vendor for"
                    + " a licence signed with a key of that time.",
                member: "iat",
                licenseID: license.id
            )
        }
        guard self.environments.contains(key.environment) else {
            throw LicenseError(
                .keyNotValid,
                "The licence is signed with the key '\(key.id)' of the \(key.environment.rawValue) environment, which is"
                    + " not taken here. Install a licence made for this environment.",
                licenseID: license.id
            )
        }
    }

    private func requireScope(of license: License) throws(LicenseError) {
        if let product = self.product, license.product != product {
            throw LicenseError(
                .wrongProduct,
                "The licence is for the product '\(license.product)', not for '\(product)'. Choose the file for this one.",
                member: "aud",
                licenseID: license.id
            )
        }
        if let node = self.node, let nodes = license.nodes, !nodes.contains(node) {
            throw LicenseError(
                .wrongNode,
                "The licence is bound to other nodes. Ask the vendor for one for this node's application code.",
                member: "license.nodes",
                licenseID: license.id
            )
        }
    }
}
