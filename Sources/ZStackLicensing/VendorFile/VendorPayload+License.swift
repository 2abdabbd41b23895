import LicenseCrypto
import LicenseModel

// From the members to the license.
extension VendorPayload {
    /// What the product says about the license, in addition to what the file says.
    struct Context {
        let issuer: ClaimString
        let product: ProductID
        let types: [Int: VendorLicenseType]
        let key: TrustedKey
        let algorithm: SignatureAlgorithm
        /// Returns the SHA-256 digest of bytes.
        let sha256: ([UInt8]) throws(LicenseError) -> [UInt8]
    }

    /// Creates the license, and checks its members against each other.
    ///
    /// - Throws: `LicenseError` with `claimsInvalid` if a member is missing or two of them contradict each other, or with
    ///   `unsupportedRequirement` if the license needs what is not supported.
    func license(in context: Context) throws(LicenseError) -> License {
        let claims = try self.claims()
        let id = try Self.require(claims.id, "license.licenseid")
        let licensee = try Self.require(claims.user, "license.user")
        let number = try Self.require(claims.type, "license.type")
        let issuedAt = try Self.require(claims.issuedAt, "license.issuetime")
        let expiresAt = try Self.require(claims.expiresAt, "license.expiretime")
        let thumbprint = try Self.require(claims.thumbprint, "license.thumbprint")
        guard issuedAt < expiresAt else {
            throw .claim("license.expiretime", "must be after the license's start", "必须晚于许可证的生效时间")
        }
        guard let type = context.types[number] else {
            throw Self.unsupported("license.type", number, id)
        }
        if type.category == .base {
            _ = try Self.require(claims.edition, "license.prodinfo")
            guard claims.limits[.hosts] != nil || claims.limits[.cpus] != nil else {
                throw .claim(
                    "license.hostnum",
                    "and 'Cpunum' name no limit, but a base license must name at least one",
                    "与“Cpunum”均未指定限额，基础许可证至少须指定一个"
                )
            }
        }
        guard claims.capacity == 0 else {
            throw Self.unsupported("license.capacity", claims.capacity, id)
        }
        return License(
            License.Fields(
                id: id,
                issuer: context.issuer,
                product: context.product,
                licensee: licensee,
                issuedAt: issuedAt,
                expiresAt: expiresAt,
                category: type.category,
                edition: type.category == .base ? claims.edition : nil,
                modules: type.modules,
                type: type.type,
                limits: claims.limits,
                nodes: try Self.nodes(thumbprint, context),
                algorithm: context.algorithm,
                keyID: context.key.id,
                environment: context.key.conditions.environment,
                payloadDigest: PayloadDigest(try context.sha256(self.json))
            )
        )
    }

    /// Returns the nodes of a license: the digest of its thumbprint, or `nil` for any node if that is empty.
    ///
    /// A thumbprint can be longer than the texts that `nodes` can have.
    private static func nodes(_ thumbprint: String, _ context: Context) throws(LicenseError) -> [ClaimString]? {
        guard !thumbprint.isEmpty else {
            return nil
        }
        let digest = PayloadDigest(try context.sha256(Array(thumbprint.utf8)))
        return [try VendorFileRule.available.unwrap(ClaimString(rawValue: digest.description))]
    }

    private static func unsupported(_ member: String, _ value: Int, _ id: LicenseID) -> LicenseError {
        LicenseError(
            .unsupportedRequirement,
            "The license has the value % for '%', which this release of the product does not support. Update the product, or ask @"
                + " for another license.",
            "该许可证中有取值为%的“%”，当前软件版本不支持。请升级本产品，或联系@更换许可证。",
            ["\(value)", member],
            member: member,
            licenseID: id
        )
    }
}
