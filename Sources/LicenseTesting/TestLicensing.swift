public import LicenseCrypto
public import LicenseModel
public import LicensePolicy

/// A world for a test: licences, the keys to trust, and a clock to steer.
///
/// The licences are real tokens, signed by a key of the test environment that this process has made, and verified as a
/// product verifies them. A verifier that is not told to take such keys refuses them.
///
/// ```swift
/// let world = try TestLicensing(.base(days: 365), .plus(.vmware, days: 13))
/// let viewVMware = world.gate.check(.view(.module(.vmware)))
/// world.clock.advance(days: 14)
/// #expect(!viewVMware.isAllowed)
/// ```
public struct TestLicensing: Sendable {
    /// The clock, which starts at ``TestClock/start`` if it is not told otherwise.
    public let clock: TestClock

    /// The product that the licences are for.
    public let product: ProductID

    /// The thumbprint of this node.
    public let node: ClaimString

    /// What the product decided.
    public let configuration: PolicyConfiguration

    /// The licence files, one for each licence, in the order in which they were given: words for people, and armour.
    public let texts: [String]

    /// The licences that this node may use, in the order in which they were given.
    public let licenses: [License]

    /// A gate with the licences, which goes by the clock.
    public let gate: LicenseGate

    private let vendor: TestVendor

    /// Makes a world.
    ///
    /// - Parameters:
    ///   - licenses: The licences, issued at the instant that the clock shows. None: a product without a licence.
    ///   - clock: The clock.
    ///   - product: The product that the licences are for.
    ///   - node: The thumbprint of this node.
    ///   - configuration: What the product decided.
    /// - Throws: `IssuingError` where a licence cannot be issued as it is described, or ``LicenseModel/LicenseError``
    ///   where the world's verifier refuses it.
    public init(
        _ licenses: TestLicense...,
        clock: TestClock = TestClock(),
        product: ProductID = "cloud",
        node: ClaimString = "test-node",
        configuration: PolicyConfiguration = PolicyConfiguration()
    ) throws {
        let now = clock.now
        let vendor = try TestVendor(product: product)
        let verifier = Self.verifier(vendor, product, node)
        self.texts = try licenses.map { try vendor.file(for: [$0], at: now) }
        self.licenses = try self.texts.flatMap { try verifier.verify(file: $0).licenses }
        self.clock = clock
        self.product = product
        self.node = node
        self.configuration = configuration
        self.vendor = vendor
        let gate = try LicenseGate(
            self.licenses,
            configuration: configuration,
            clock: clock,
            environments: [.test]
        )
        clock.whenMoved { [weak gate] in gate?.refresh() }
        self.gate = gate
    }

    /// The keys to trust, all of the test environment.
    public var trustedKeys: TrustedKeys {
        self.vendor.keys.trusted
    }

    /// A verifier of this world's licences, for its product and node.
    public var verifier: LicenseVerifier {
        Self.verifier(self.vendor, self.product, self.node)
    }

    /// What the licences grant at the instant that the clock shows.
    public var entitlements: Entitlements {
        Entitlements(self.licenses, at: self.clock.now, configuration: self.configuration)
    }

    /// Lets time pass until something changes: a status, a menu entry, a reminder or a decision of ``gate``.
    ///
    /// - Returns: The instant, or `nil` where nothing changes any more, and no time has passed.
    @discardableResult
    public func advanceToNextChange() -> Instant? {
        let current = self.gate.entitlements
        var next = current
        while let instant = next.nextChange() {
            next = next.at(instant)
            if !next.answersAlike(current) {
                self.clock.advance(seconds: instant.secondsSince1970 - current.instant.secondsSince1970)
                return instant
            }
        }
        return nil
    }

    private static func verifier(_ vendor: TestVendor, _ product: ProductID, _ node: ClaimString) -> LicenseVerifier {
        LicenseVerifier(trusting: vendor.keys.trusted, product: product, node: node, environments: [.test])
    }
}

// Files, to feed what takes an upload.
extension TestLicensing {
    /// All of ``texts`` in one file.
    ///
    /// It is empty, and so no licence file, where there is no licence.
    public var file: String {
        self.texts.joined(separator: "\n")
    }

    /// A file of more licences, issued at the instant that the clock shows.
    ///
    /// They are not among ``licenses``: whoever uploads them, verifies them.
    ///
    /// - Parameter licenses: The licences, 1 to 64, each with an id of its own.
    /// - Returns: The file.
    /// - Throws: `IssuingError` where a licence cannot be issued as it is described.
    public func file(for licenses: TestLicense...) throws -> String {
        try self.vendor.file(for: licenses, at: self.clock.now)
    }

    /// A file that ``verifier`` refuses, for one reason alone.
    ///
    /// For ``LicenseModel/LicenseError/Code/wrongNode`` the file is accepted, and its one licence is set apart with that
    /// error, as the format has it.
    ///
    /// - Parameter code: Why it is refused.
    /// - Returns: The file.
    /// - Throws: `SigningKeyError` where libcrypto does not sign.
    public func file(refusedWith code: LicenseError.Code) throws -> String {
        try self.vendor.file(refusedWith: code, at: self.clock.now, node: self.node)
    }
}
