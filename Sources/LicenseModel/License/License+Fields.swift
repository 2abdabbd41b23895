extension License {
    /// The fields of a license, as a verifier reads them from the signed claims.
    ///
    /// A verifier reads the claims only after it has verified the signature.
    package struct Fields: Sendable, Equatable {
        // The fields that an evaluation reads come first and next to each other: with ten thousand licenses, a license is not
        // in the CPU's cache.
        let payloadDigest: PayloadDigest
        let issuer: ClaimString
        let licensee: ClaimString
        let modules: [Module]
        let issuedAt: LicenseInstant
        let notBefore: LicenseInstant
        let expiresAt: LicenseInstant?
        let category: LicenseCategory
        let sequence: Int?
        let graceDays: Int?
        let updatesUntil: LicenseInstant?
        let id: LicenseID
        let product: ProductID
        let organization: ClaimString?
        let edition: Edition?
        let type: LicenseType
        let limits: [LimitUnit: Limit]
        let features: Set<Feature>?
        let nodes: [ClaimString]?
        let reminderDays: Int?
        let algorithm: SignatureAlgorithm
        let keyID: KeyID
        let environment: KeyEnvironment

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
