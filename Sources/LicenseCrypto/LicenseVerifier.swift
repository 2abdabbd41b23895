public import LicenseModel

/// Verifies license files and returns the licenses that they contain.
///
/// ```swift
/// let verifier = LicenseVerifier(trusting: try TrustedKeys(jwkSet: vendorKeys), catalog: catalog)
/// let licenses = try verifier.verify(contents: upload).licenses
/// ```
///
/// The checks run in a fixed order and stop at the first failure: size, structure, header, key, signature, claims, and
/// then the key's conditions, the environment and the product. No claim is read before the signature is verified.
///
/// The verifier does not check the time or the node: an expired license, or one that is bound to other nodes, is
/// verified like any other. `Entitlements` in `LicensePolicy` evaluates both.
public struct LicenseVerifier: Sendable {
    /// The keys whose signatures the verifier trusts.
    package let keys: TrustedKeys

    /// The product that licenses must be for, or `.any`, for tools that only display licenses.
    package let product: LicenseRequirement<ProductID>

    /// The environments whose keys the verifier accepts.
    package let environments: Set<KeyEnvironment>

    /// The additional formats that the verifier accepts.
    package let formats: [LicenseFormat]

    /// Creates a verifier for the licenses of one product, or of any product.
    ///
    /// - Parameters:
    ///   - keys: The keys to trust.
    ///   - product: The product that licenses must be for, or `.any`, for tools that only display licenses.
    ///   - environments: The environments whose keys the verifier accepts. By default, only production.
    ///   - formats: Additional formats to accept. By default, none.
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

    /// Creates a verifier for the licenses of one product.
    ///
    /// - Parameters:
    ///   - keys: The keys to trust.
    ///   - catalog: The product's catalog. Licenses must be for its product.
    ///   - environments: The environments whose keys the verifier accepts. By default, only production.
    ///   - formats: Additional formats to accept. By default, none.
    public init(
        trusting keys: TrustedKeys,
        catalog: ProductCatalog,
        environments: Set<KeyEnvironment> = [.production],
        formats: [LicenseFormat] = []
    ) {
        self.init(trusting: keys, product: .only(catalog.product), environments: environments, formats: formats)
    }

    /// Verifies the contents of a license file.
    ///
    /// The file is a bare token, one or more armored blocks with any text around them, or a file in one of the verifier's
    /// additional `formats`.
    ///
    /// A license that is bound to other nodes is verified like any other. To check the node, use
    /// ``/LicenseModel/License/wrongNodeError(on:)``.
    ///
    /// - Parameter bytes: The file's contents, at most 256 KiB. The verifier reads at most one byte beyond that.
    /// - Returns: The licenses in the file, in order.
    /// - Throws: ``/LicenseModel/LicenseError`` if the file is malformed or a license in it is refused. In that case, no
    ///   license of the file is accepted.
    public func verify(contents bytes: some Collection<UInt8>) throws(LicenseError) -> VerifiedFile {
        try self.verify(fileBytes: Array(bytes.prefix(LicenseText.maximumSize + 1)))
    }

    private func verify(fileBytes contents: [UInt8]) throws(LicenseError) -> VerifiedFile {
        if contents.count <= LicenseText.maximumSize,
            let format = self.formats.first(where: { $0.recognizes(contents) })
        {
            let license: License
            do {
                license = try format.read(contents)
            } catch {
                // The format's own error says more than that the file is in the format.
                let file = FileProbe.recognize(contents, refusedWith: error)
                throw file == .signedMessage ? error : file.map(error.recognizing) ?? error
            }
            try self.requireScope(of: license)
            return VerifiedFile(entries: [.init(license: license, block: nil, source: contents)])
        }
        do {
            return try self.verify(try LicenseText(contents))
        } catch {
            throw FileProbe.recognize(contents, refusedWith: error).map(error.recognizing) ?? error
        }
    }

    private func verify(_ text: LicenseText) throws(LicenseError) -> VerifiedFile {
        var entries: [VerifiedFile.Entry] = []
        for (index, token) in text.tokens.enumerated() {
            let block = text.isArmored ? index + 1 : nil
            do {
                entries.append(.init(license: try self.verify(tokenBytes: token), block: block, source: token))
            } catch {
                throw block.map(error.inBlock) ?? error
            }
        }
        return VerifiedFile(entries: entries)
    }

    /// Verifies the contents of a license file that you have as a string.
    ///
    /// - Parameter text: The file's contents, not its path, at most 256 KiB in UTF-8.
    /// - Returns: The licenses in the file, in order.
    /// - Throws: ``/LicenseModel/LicenseError`` if the file is malformed or a license in it is refused. In that case, no
    ///   license of the file is accepted.
    public func verify(contents text: String) throws(LicenseError) -> VerifiedFile {
        try self.verify(contents: text.utf8)
    }

    /// Verifies one bare token, without armor or white space.
    ///
    /// - Parameter token: The token, at most 64 KiB.
    /// - Returns: The verified license.
    /// - Throws: ``/LicenseModel/LicenseError`` if the token is refused.
    public func verify(token: String) throws(LicenseError) -> License {
        // Array(utf8) copies a whole string in bulk. A prefix is copied byte by byte, so use it only if the token is too large.
        let isTooLarge = token.utf8.count > UnverifiedToken.maximumSize
        return try self.verify(
            tokenBytes: isTooLarge ? Array(token.utf8.prefix(UnverifiedToken.maximumSize + 1)) : Array(token.utf8)
        )
    }

    private func verify(tokenBytes: [UInt8]) throws(LicenseError) -> License {
        let token = try UnverifiedToken(tokenBytes)
        let key = try self.key(for: token)
        guard let isValid = key.checkSignature(token.signature, over: token.signingInput),
            let digest = key.digest(token.payload)
        else {
            throw LicenseError(
                .signatureInvalid,
                "The license cannot be checked now: the product is shutting down or out of memory. Try again.",
                "目前无法验证该许可证：产品正在关闭或内存不足。请稍后重试。"
            )
        }
        guard isValid else {
            throw LicenseError(
                .signatureInvalid,
                "The license's signature does not match the key '%': the license was changed, or was signed with another key."
                    + " Ask @ for a new copy.",
                "该许可证的签名与密钥“%”不符：许可证被改动，或由其他密钥签名。请联系@重新获取许可证。",
                [key.id.rawValue]
            )
        }
        let license = try Self.license(token.payload, signedBy: key, digest: digest)
        try self.requireConditions(of: key, for: license)
        try self.requireScope(of: license)
        return license
    }

    private func key(for token: borrowing UnverifiedToken) throws(LicenseError) -> TrustedKey {
        guard let key = self.keys[token.keyID] else {
            throw LicenseError(
                .unknownKey,
                "The license is signed with the key '%', which this product does not trust. Ask @ for a new license, or update"
                    + " the product.",
                "该许可证由密钥“%”签名，本产品不信任该密钥。请联系@更换许可证，或升级本产品。",
                [token.keyID.rawValue]
            )
        }
        guard key.algorithm == token.algorithm else {
            throw LicenseError(
                .algorithmMismatch,
                "The license uses the algorithm %, but its key '%' is for %. Ask @ for a corrected license.",
                "该许可证使用算法%，但其密钥“%”用于%。请联系@重新签发许可证。",
                [token.algorithm.rawValue, key.id.rawValue, key.algorithm.rawValue]
            )
        }
        return key
    }

    private static func license(
        _ payload: [UInt8],
        signedBy key: TrustedKey,
        digest: PayloadDigest
    ) throws(LicenseError) -> License {
        let claims = try Claims(try StrictJSON.claims(payload).members)
        let license = try claims.license(signedBy: key, payloadDigest: digest)
        try claims.requireSupportOfCriticalMembers()
        return license
    }

    private func requireConditions(of key: TrustedKey, for license: License) throws(LicenseError) {
        if case .only(let issuer) = key.conditions.issuer, license.issuer != issuer {
            throw LicenseError(
                .issuerMismatch,
                "The license's issuer is '%', but its key '%' is trusted only for '%'. Ask @ for a corrected license.",
                "该许可证的签发者为“%”，但其密钥“%”仅可用于“%”签发的许可证。请联系@重新签发许可证。",
                [license.issuer.escaped, key.id.rawValue, issuer.escaped],
                member: "iss",
                licenseID: license.id
            )
        }
        guard key.conditions.validity.contains(license.issuedAt) else {
            let (instant, id) = (license.issuedAt.description, key.id.rawValue)
            let validity = key.conditions.validity
            throw LicenseError(
                .keyNotValid,
                "The license was signed at %, but its key '%' is valid only %. Ask @ for a new license.",
                "该许可证签发于%，但其密钥“%”仅对%签发的许可证有效。请联系@更换许可证。",
                localized: [(instant, instant), (id, id), (validity.english, validity.chinese)],
                member: "iat",
                licenseID: license.id
            )
        }
    }

    /// Throws if the license's environment or product is not accepted, regardless of the file's format.
    private func requireScope(of license: License) throws(LicenseError) {
        guard self.environments.contains(license.environment) else {
            throw LicenseError(
                .keyNotValid,
                "The license is from the % environment (key '%'), which is not accepted here. Ask @ for another one.",
                "该许可证来自%环境（密钥“%”），不适用于本环境。请联系@更换许可证。",
                [license.environment.rawValue, license.keyID.rawValue],
                licenseID: license.id
            )
        }
        if case .only(let product) = self.product, license.product != product {
            throw LicenseError(
                .wrongProduct,
                "The license is for the product '%', not for '%'. Choose a license for this product, or ask @ for one.",
                "该许可证适用于产品“%”，不适用于本产品“%”。请选择本产品的许可证文件，或联系@获取。",
                [license.product.rawValue, product.rawValue],
                member: "aud",
                licenseID: license.id
            )
        }
    }
}

// A method that users of Foundation expect. The compiler's message names the one to call instead.
extension LicenseVerifier {
    /// Unavailable: read the file yourself, and call ``verify(contents:)-swift.method``.
    @available(*, unavailable, message: "read the file yourself, up to 256 KiB + 1 byte, and use verify(contents:)")
    public func verify(contentsOf file: some Any) throws(LicenseError) -> VerifiedFile {
        VerifiedFile(entries: [])
    }
}
