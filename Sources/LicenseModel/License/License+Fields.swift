extension License {
    /// What a license says, as the reader of a format collects it.
    ///
    /// A text whose signature was not checked never gets this far.
    package struct Fields: Sendable, Equatable {
        // What an evaluation reads comes first, side by side: of ten thousand licenses none is at hand.
        package var payloadDigest: PayloadDigest
        package var issuer: ClaimString
        package var licensee: ClaimString
        package var modules: [Module] = []
        package var issuedAt: LicenseInstant
        package var notBefore: LicenseInstant
        package var expiresAt: LicenseInstant?
        package var category: LicenseCategory
        package var sequence: Int?
        package var graceDays: Int?
        package var updatesUntil: LicenseInstant?
        package var id: LicenseID
        package var product: ProductID
        package var organization: ClaimString?
        package var edition: Edition?
        package var type: LicenseType
        package var limits: [LimitUnit: Limit] = [:]
        package var features: Set<Feature>?
        package var nodes: [ClaimString]?
        package var reminderDays: Int?
        package var algorithm: SignatureAlgorithm
        package var keyID: KeyID
        package var environment: KeyEnvironment

        /// Starts with what every license says.
        package init(
            id: LicenseID,
            issuer: ClaimString,
            product: ProductID,
            licensee: ClaimString,
            issuedAt: LicenseInstant,
            category: LicenseCategory,
            type: LicenseType,
            algorithm: SignatureAlgorithm,
            keyID: KeyID,
            environment: KeyEnvironment,
            payloadDigest: PayloadDigest
        ) {
            self.id = id
            self.issuer = issuer
            self.product = product
            self.licensee = licensee
            self.issuedAt = issuedAt
            self.notBefore = issuedAt
            self.category = category
            self.type = type
            self.algorithm = algorithm
            self.keyID = keyID
            self.environment = environment
            self.payloadDigest = payloadDigest
        }
    }
}
