public import LicenseCrypto
public import LicenseModel
public import LicensePolicy

/// The licenses, trusted keys, gate and manual clock that a test of your product needs.
///
/// ```swift
/// let licensing = try TestLicensing(.base(), .plus("replication", days: 13), configuration: .testing(catalog))
/// let replicate = licensing.gate.makeCheck(for: .operate(.module("replication")))
/// licensing.clock.advance(days: 13)
/// #expect(!replicate.isAllowed)
/// ```
///
/// The licenses are real tokens. They are signed with a key of the test environment, which is generated once per
/// process, and verified as your product verifies them. A verifier that does not accept the test environment refuses
/// them.
public struct TestLicensing: Sendable {
    /// The thumbprint of this node in the default configuration: `test-node`.
    public static let node: ClaimString = {
        guard let node = ClaimString(rawValue: "test-node") else {
            preconditionFailure("The thumbprint is not a valid string")
        }
        return node
    }()

    /// The clock of the gate, which starts at ``TestLicenseClock/start`` by default.
    public let clock: TestLicenseClock

    /// The product's configuration: its catalog, node, build date and defaults.
    public let configuration: PolicyConfiguration

    /// The license files, one for each license, in the order of the initializer's arguments.
    ///
    /// Each file contains an armored token and a readable description of the license.
    public let texts: [String]

    /// The verified licenses, in the order of the initializer's arguments.
    public let licenses: [License]

    /// A gate with the licenses that uses the clock.
    public let gate: LicenseGate

    private let vendor: TestVendor

    /// Issues and verifies licenses, and creates a gate with them.
    ///
    /// - Parameters:
    ///   - licenses: The licenses, which are issued at the time that the clock shows. If empty, the product is unlicensed.
    ///   - clock: The clock of the gate.
    ///   - configuration: The product's configuration, with its catalog. By default, a configuration for tests that do
    ///     not need a specific product.
    /// - Throws: `IssuingError` if a license cannot be issued as described, `InvalidTextError` if one of its strings is
    ///   not valid, ``/LicenseModel/LicenseError`` if the verifier refuses it, or `SigningKeyError` if libcrypto cannot
    ///   sign.
    public init(
        _ licenses: TestLicense...,
        clock: TestLicenseClock = TestLicenseClock(),
        configuration: PolicyConfiguration = .testing()
    ) throws {
        try self.init(licenses, clock: clock, configuration: configuration)
    }

    /// Issues and verifies licenses, and creates a gate with them.
    ///
    /// - Parameters:
    ///   - licenses: The licenses, which are issued at the time that the clock shows. If empty, the product is unlicensed.
    ///   - clock: The clock of the gate.
    ///   - configuration: The product's configuration, with its catalog. By default, a configuration for tests that do
    ///     not need a specific product.
    /// - Throws: `IssuingError` if a license cannot be issued as described, `InvalidTextError` if one of its strings is
    ///   not valid, ``/LicenseModel/LicenseError`` if the verifier refuses it, or `SigningKeyError` if libcrypto cannot
    ///   sign.
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
        clock.addObserver { [weak gate] in gate?.refresh() }
        self.gate = gate
    }

    /// The keys that the ``verifier`` trusts, all for the test environment.
    public var trustedKeys: TrustedKeys {
        self.vendor.keys.trusted
    }

    /// A verifier that accepts these licenses, for the product of the catalog.
    public var verifier: LicenseVerifier {
        Self.verifier(self.vendor)
    }

    /// The entitlements of the licenses at the time that the clock shows.
    public var entitlements: Entitlements {
        Entitlements(self.licenses, at: self.clock.now, configuration: self.configuration)
    }

    /// Advances the clock to the next change of a slot, a reminder, a finding or a decision of the ``gate``.
    ///
    /// - Returns: The time of the change, or `nil` if nothing changes anymore, in which case no time passes.
    @discardableResult
    public func advanceToNextChange() -> LicenseInstant? {
        let current = self.gate.entitlements
        var next = current
        while let instant = next.nextChange() {
            next = next.at(instant)
            if !next.isEquivalent(to: current) {
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
    /// Returns a configuration for tests: the node is ``TestLicensing/node``, and the build date is not checked.
    ///
    /// - Parameter catalog: The product's catalog. By default, a catalog for tests that do not need a specific product.
    /// - Returns: The configuration for tests.
    public static func testing(_ catalog: ProductCatalog = .testing) -> PolicyConfiguration {
        PolicyConfiguration(catalog: catalog, node: .only([TestLicensing.node]), build: .any)
    }
}

// Files for testing uploads.
extension TestLicensing {
    /// All licenses in one file, which joins the ``texts``.
    ///
    /// If there are no licenses, the file is empty, and the verifier refuses it.
    public var file: String {
        self.texts.joined(separator: "\n")
    }

    /// Returns a file with more licenses, which are issued at the time that the clock shows.
    ///
    /// The licenses are not added to ``licenses`` or to the ``gate``: your product verifies the file and adds them.
    ///
    /// - Parameter licenses: The licenses, 1 to 64, each with a unique ID.
    /// - Returns: The contents of the license file.
    /// - Throws: `IssuingError` if a license cannot be issued as described, or `InvalidTextError` if one of its strings
    ///   is not valid.
    public func file(for licenses: TestLicense...) throws -> String {
        try self.file(for: licenses)
    }

    /// Returns a file with more licenses, which are issued at the time that the clock shows.
    ///
    /// The licenses are not added to ``licenses`` or to the ``gate``: your product verifies the file and adds them.
    ///
    /// - Parameter licenses: The licenses, 1 to 64, each with a unique ID.
    /// - Returns: The contents of the license file.
    /// - Throws: `IssuingError` if a license cannot be issued as described, or `InvalidTextError` if one of its strings
    ///   is not valid.
    public func file(for licenses: [TestLicense]) throws -> String {
        try self.vendor.file(for: licenses, at: self.clock.now)
    }

    /// Returns a file that the ``verifier`` refuses with a specific code, and that is otherwise valid.
    ///
    /// With `LicenseError.Code.wrongNode`, the verifier accepts the file, and ``configuration`` excludes its
    /// license unless its node is `.any`.
    ///
    /// - Parameter code: The code with which the verifier refuses the file.
    /// - Returns: The contents of the file.
    /// - Throws: `SigningKeyError` if libcrypto cannot sign, or `IssuingError` if this release does not define the
    ///   code.
    public func file(refusedWith code: LicenseError.Code) throws -> String {
        let nodes = self.configuration.node.value ?? []
        return try self.vendor.file(refusedWith: code, at: self.clock.now, nodes: nodes)
    }
}
