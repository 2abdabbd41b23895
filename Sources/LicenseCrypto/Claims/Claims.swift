import LicenseModel

/// The claims of a payload whose signature is verified.
///
/// The initializer checks each claim individually. ``license(signedBy:payloadDigest:)`` checks them against each other.
struct Claims: ~Copyable {
    private(set) var issuer: ClaimString?
    private(set) var product: ProductID?
    private(set) var licensee: ClaimString?
    private(set) var id: LicenseID?
    private(set) var issuedAt: LicenseInstant?
    private(set) var notBefore: LicenseInstant?
    private(set) var expiresAt: LicenseInstant?

    private(set) var category: LicenseCategory?
    private(set) var edition: License.Edition?
    private(set) var modules: [License.Module]?
    private(set) var type: LicenseType?
    private(set) var isPerpetual = false
    private(set) var limits: [LimitUnit: License.Limit]?
    private(set) var features: Set<License.Feature>?
    private(set) var organization: ClaimString?
    private(set) var nodes: [ClaimString]?
    private(set) var sequence: Int?
    private(set) var reminderDays: Int?
    private(set) var graceDays: Int?
    private(set) var updatesUntil: LicenseInstant?

    private var hasLicense = false
    /// The names of members that the license needs, which have the syntax of every identifier.
    private var critical: [License.Feature] = []

    /// Parses the claims, and ignores members that the format does not define.
    ///
    /// - Throws: `LicenseError` with `claimsInvalid` for the first claim that breaks a rule.
    init(_ members: JSONValue.Members) throws(LicenseError) {
        for (name, value) in members {
            switch name {
            case "iss": self.issuer = try value.claimString("iss")
            case "aud": self.product = try value.identifier("aud")
            case "sub": self.licensee = try value.claimString("sub")
            case "jti": self.id = try value.identifier("jti")
            case "iat": self.issuedAt = try value.instant("iat")
            case "nbf": self.notBefore = try value.instant("nbf")
            case "exp": self.expiresAt = try value.instant("exp")
            case "license": try self.readLicense(value)
            default: break
            }
        }
    }

    private mutating func readLicense(_ license: JSONValue) throws(LicenseError) {
        guard let members = license.members else {
            throw .claim("license", "must be an object", "必须是对象")
        }
        self.hasLicense = true
        for (name, value) in members {
            guard let member = name.flatMap(Member.init(rawValue:)) else {
                continue
            }
            let path = "license.\(member.rawValue)"
            switch member {
            case .category:
                guard let category = value.asciiString.flatMap(LicenseCategory.init(rawValue:)) else {
                    throw .claim(
                        path,
                        "is neither 'base' nor 'plus'",
                        "既不是“base”也不是“plus”",
                        isNewer: value.string != nil
                    )
                }
                self.category = category
            case .edition: self.edition = try value.identifier(path)
            case .modules:
                self.modules = try value.distinct(path, count: 1...64) { module, path throws(LicenseError) in
                    try module.identifier(path)
                }
            case .type: self.type = try value.identifier(path)
            case .perpetual: self.isPerpetual = try value.boolean(path)
            case .limits: self.limits = try value.limits(path)
            case .features:
                self.features = Set(
                    try value.distinct(path, count: 0...1_024) { feature, path throws(LicenseError) in
                        try feature.identifier(path) as License.Feature
                    }
                )
            case .organization: self.organization = try value.claimString(path)
            case .nodes:
                self.nodes = try value.distinct(path, count: 1...64) { node, path throws(LicenseError) in
                    try node.claimString(path)
                }
            case .sequence: self.sequence = try value.integer(path, in: 0...License.Limit.maximumCount)
            case .reminderDays: self.reminderDays = try value.integer(path, in: 1...365)
            case .graceDays: self.graceDays = try value.integer(path, in: 1...365)
            case .updatesUntil: self.updatesUntil = try value.instant(path)
            case .critical:
                // The format sets no bound here. A JSON text has at most this many values.
                self.critical = try value.distinct(path, count: 0...JSONScanner.maximumValues) {
                    name,
                    path throws(LicenseError) in
                    try name.identifier(path)
                }
            }
        }
    }

    /// Throws if `critical` names a member of `license` that this release does not support.
    func requireSupportOfCriticalMembers() throws(LicenseError) {
        for name in self.critical where Member(rawValue: name.rawValue) == nil {
            throw LicenseError(
                .unsupportedRequirement,
                "The license needs '%' (license.critical), which this release of the product does not support. Update the"
                    + " product, or ask @ for another license.",
                "该许可证需要“%”（license.critical），当前软件版本不支持。请升级本产品，或联系@更换许可证。",
                [name.rawValue],
                member: "license.critical",
                licenseID: self.id
            )
        }
    }

    /// The members of `license` that this release supports.
    private enum Member: String {
        case category
        case edition
        case modules
        case type
        case perpetual
        case limits
        case features
        case organization
        case nodes
        case sequence
        case reminderDays
        case graceDays
        case updatesUntil
        case critical
    }
}

extension Claims {
    /// Creates a license from the claims, and throws if a claim is missing or two of them contradict each other.
    func license(signedBy key: TrustedKey, payloadDigest: PayloadDigest) throws(LicenseError) -> License {
        guard self.hasLicense else {
            throw .claim("license", "is missing", "缺失")
        }
        let issuedAt = try Self.require(self.issuedAt, "iat")
        let notBefore = self.notBefore ?? issuedAt
        try self.requireEnd(after: notBefore)
        let category = try Self.require(self.category, "license.category")
        try self.requireScope(of: category)
        return License(
            License.Fields(
                id: try Self.require(self.id, "jti"),
                issuer: try Self.require(self.issuer, "iss"),
                product: try Self.require(self.product, "aud"),
                licensee: try Self.require(self.licensee, "sub"),
                organization: self.organization,
                issuedAt: issuedAt,
                notBefore: notBefore,
                expiresAt: self.expiresAt,
                category: category,
                edition: self.edition,
                modules: self.modules ?? [],
                type: try Self.require(self.type, "license.type"),
                limits: self.limits ?? [:],
                features: self.features,
                nodes: self.nodes,
                sequence: self.sequence,
                reminderDays: self.reminderDays,
                graceDays: self.graceDays,
                updatesUntil: self.updatesUntil,
                algorithm: key.algorithm,
                keyID: key.id,
                environment: key.conditions.environment,
                payloadDigest: payloadDigest
            )
        )
    }

    private func requireEnd(after start: LicenseInstant) throws(LicenseError) {
        guard let expiresAt = self.expiresAt else {
            guard self.isPerpetual else {
                throw .claim("exp", "is missing, but the license is not perpetual", "缺失，但许可证不是永久许可证")
            }
            return
        }
        guard !self.isPerpetual else {
            throw .claim("exp", "is present, but the license is perpetual", "不应存在：该许可证为永久许可证")
        }
        guard start < expiresAt else {
            throw .claim("exp", "must be after the license's start", "必须晚于许可证的生效时间")
        }
    }

    private func requireScope(of category: LicenseCategory) throws(LicenseError) {
        switch category {
        case .base:
            _ = try Self.require(self.edition, "license.edition")
            let limits = try Self.require(self.limits, "license.limits")
            guard !limits.isEmpty else {
                throw .claim(
                    "license.limits",
                    "has no unit, but a base license must name at least one",
                    "中没有计量单位，基础许可证至少须指定一个"
                )
            }
        case .plus:
            _ = try Self.require(self.modules, "license.modules")
            guard self.edition == nil else {
                throw .claim("license.edition", "is present, but a plus license has no edition", "不应存在：附加许可证没有授权版本")
            }
        }
    }

    private static func require<Value>(_ value: Value?, _ member: String) throws(LicenseError) -> Value {
        guard let value else {
            throw .claim(member, "is missing", "缺失")
        }
        return value
    }
}
