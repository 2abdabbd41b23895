public import LicenseCrypto
public import LicenseModel
public import LicensePolicy

/// A product's licensing for a test: licenses, the keys to trust, a gate, and a manual clock.
///
/// The licenses are real tokens, signed by a key of the test environment that this process has made, and verified as a
/// product verifies them. A verifier that is not told to take such keys refuses them.
///
/// ```swift
/// let world = try TestLicensing(.base(), .plus("replication", days: 13), configuration: .testing(catalog))
/// let replicate = world.gate.makeCheck(for: .operate(.module("replication")))
/// world.clock.advance(days: 13)
/// #expect(!replicate.isAllowed)
/// ```
public struct TestLicensing: Sendable {
    /// The thumbprint of the node that the world is, if nothing else is configured: `test-node`.
    public static let node: ClaimString = {
        guard let node = ClaimString(rawValue: "test-node") else {
            preconditionFailure("The node's name is a line of text")
        }
        return node
    }()

    /// The clock, which starts at ``TestLicenseClock/start`` if it is not told otherwise.
    public let clock: TestLicenseClock

    /// What the product decided.
    public let configuration: PolicyConfiguration

    /// The license files, one for each license, in the order in which they were given: words for people, and armor.
    public let texts: [String]

    /// The licenses, in the order in which they were given.
    public let licenses: [License]

    /// A gate with the licenses, which goes by the clock.
    public let gate: LicenseGate

    private let vendor: TestVendor

    /// Issues licenses, and opens a gate with them.
    ///
    /// - Parameters:
    ///   - licenses: The licenses, issued at the instant that the clock shows. None: a product without a license.
    ///   - clock: The clock.
    ///   - configuration: What the product decided, with its catalog. By default that of no product in particular, on this
    ///     ``node``, and any build is covered.
    /// - Throws: `IssuingError` if a license cannot be issued as it is described, `InvalidTextError` if one of its texts is
    ///   not valid, or ``LicenseModel/LicenseError`` if the verifier refuses it.
    public init(
        _ licenses: TestLicense...,
        clock: TestLicenseClock = TestLicenseClock(),
        configuration: PolicyConfiguration = .testing()
    ) throws {
        try self.init(licenses, clock: clock, configuration: configuration)
    }

    /// Issues licenses, and opens a gate with them.
    ///
    /// - Parameters:
    ///   - licenses: The licenses, issued at the instant that the clock shows. None: a product without a license.
    ///   - clock: The clock.
    ///   - configuration: What the product decided, with its catalog. By default that of no product in particular, on this
    ///     ``node``, and any build is covered.
    /// - Throws: What the other initializer throws.
    public init(
        _ licenses: [TestLicense],
        clock: TestLicenseClock = TestLicenseClock(),
        configuration: PolicyConfiguration = .testing()
    ) throws {
        let now = clock.now
        let vendor = try TestVendor(configuration.catalog)
        let verifier = Self.verifier(vendor)
        self.texts = try licenses.map { try vendor.file(for: [$0], at: now) }
        self.licenses = try self.texts.flatMap { try verifier.verify(contents: $0).licenses }
        self.clock = clock
        self.configuration = configuration
        self.vendor = vendor
        let gate = LicenseGate(self.licenses, configuration: configuration, trustedClock: .firstStart, clock: clock)
        clock.whenMoved { [weak gate] in gate?.refresh() }
        self.gate = gate
    }

    /// The keys to trust, all of the test environment.
    public var trustedKeys: TrustedKeys {
        self.vendor.keys.trusted
    }

    /// A verifier of these licenses, for their product.
    public var verifier: LicenseVerifier {
        Self.verifier(self.vendor)
    }

    /// What the licenses grant at the instant that the clock shows.
    public var entitlements: Entitlements {
        Entitlements(self.licenses, at: self.clock.now, configuration: self.configuration)
    }

    /// Lets time pass until something changes: a status, a menu entry, a reminder or a decision of ``gate``.
    ///
    /// - Returns: The instant, or `nil` where nothing changes any more, and no time has passed.
    @discardableResult
    public func advanceToNextChange() -> LicenseInstant? {
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

    private static func verifier(_ vendor: TestVendor) -> LicenseVerifier {
        LicenseVerifier(trusting: vendor.keys.trusted, catalog: vendor.catalog, environments: [.test])
    }
}

extension PolicyConfiguration {
    /// For tests: this node is ``TestLicensing/node``, and any build is covered.
    ///
    /// - Parameter catalog: The product's catalog. By default that of no product in particular.
    /// - Returns: The configuration.
    public static func testing(_ catalog: ProductCatalog = .testing) -> PolicyConfiguration {
        PolicyConfiguration(catalog: catalog, node: .only([TestLicensing.node]), build: .any)
    }
}

// Files, to feed what takes an upload.
extension TestLicensing {
    /// All of ``texts`` in one file.
    ///
    /// It is empty, and so no license file, where there is no license.
    public var file: String {
        self.texts.joined(separator: "\n")
    }

    /// A file of more licenses, issued at the instant that the clock shows.
    ///
    /// They are not among ``licenses``: whoever uploads them, verifies them.
    ///
    /// - Parameter licenses: The licenses, 1 to 64, each with an id of its own.
    /// - Returns: The file.
    /// - Throws: `IssuingError` where a license cannot be issued as it is described.
    public func file(for licenses: TestLicense...) throws -> String {
        try self.file(for: licenses)
    }

    /// A file of more licenses, issued at the instant that the clock shows.
    ///
    /// - Parameter licenses: The licenses, 1 to 64, each with an id of its own.
    /// - Returns: The file.
    /// - Throws: `IssuingError` if a license cannot be issued as it is described.
    public func file(for licenses: [TestLicense]) throws -> String {
        try self.vendor.file(for: licenses, at: self.clock.now)
    }

    /// A file that ``verifier`` refuses, for one reason alone.
    ///
    /// For ``LicenseModel/LicenseError/Code/wrongNode`` the file is accepted, and ``configuration`` excludes its one license,
    /// if it names this node.
    ///
    /// - Parameter code: Why it is refused.
    /// - Returns: The file.
    /// - Throws: `SigningKeyError` if libcrypto does not sign, or `IssuingError` if this release does not know the code.
    public func file(refusedWith code: LicenseError.Code) throws -> String {
        let nodes = self.configuration.node.value ?? []
        return try self.vendor.file(refusedWith: code, at: self.clock.now, nodes: nodes)
    }
}
