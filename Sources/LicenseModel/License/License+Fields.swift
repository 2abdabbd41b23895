extension License {
    /// What a license says, as the reader of a format collects it.
    ///
    /// A text whose signature was not checked never gets this far.
    package struct Fields: Sendable, Equatable {
        // What an evaluation reads comes first, side by side: of ten thousand licenses none is at hand.
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

        /// Collects what a license says, with defaults for what it may leave out.
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
