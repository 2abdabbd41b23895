extension License {
    /// The fields of a license, as a verifier reads them from the signed claims.
    ///
    /// A verifier reads the claims only after it has verified the signature.
    package struct Fields: Sendable, Equatable {
        // The fields that an evaluation reads come first and next to each other: with ten thousand licenses, a license is not
        // in the CPU's cache.
        package let payloadDigest: PayloadDigest
        package let issuedAt: LicenseInstant
        package let notBefore: LicenseInstant
        package let expiresAt: LicenseInstant?
        package let category: LicenseCategory
        package let sequence: Int?
        package let graceDays: Int?
        package let updatesUntil: LicenseInstant?
        package let modules: [Module]
        package let limits: [LimitUnit: Limit]
        package let features: Set<Feature>?
        package let id: LicenseID
        package let issuer: ClaimString
        package let licensee: ClaimString
        package let nodes: [ClaimString]?
        package let product: ProductID
        package let organization: ClaimString?
        package let edition: Edition?
        package let type: LicenseType
        package let reminderDays: Int?
        package let algorithm: SignatureAlgorithm
        package let keyID: KeyID
        package let environment: KeyEnvironment

        /// Creates the fields of a license, with defaults for those that a license can omit.
        package init(
            id: LicenseID,
            issuer: ClaimString,
            product: ProductID,
            licensee: ClaimString,
            organization: ClaimString? = nil,
            issuedAt: LicenseInstant,
            notBefore: LicenseInstant? = nil,
            expiresAt: LicenseInstant? = nil,
            category: LicenseCategory,
            edition: Edition? = nil,
            modules: [Module] = [],
            type: LicenseType,
            limits: [LimitUnit: Limit] = [:],
            features: Set<Feature>? = nil,
            nodes: [ClaimString]? = nil,
            sequence: Int? = nil,
            reminderDays: Int? = nil,
            graceDays: Int? = nil,
            updatesUntil: LicenseInstant? = nil,
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
            self.notBefore = notBefore ?? issuedAt
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
    }
}
