@_spi(Fuzzing) import LicenseCrypto
import LicenseTesting
import Licensing
import ZStackLicensing
import ZStackLicensingTesting

/// What a server does with licenses, at different rates.
enum Operation: String, CaseIterable {
    /// A check of a gate, on every request.
    case check
    /// The same with an allocation each time, which the counter must see.
    case planted
    /// A gate's decision about a capability without a check.
    case decide
    /// An evaluation of a base license and four plus licenses.
    case evaluate
    /// An evaluation of 1,000 licenses.
    case evaluateThousand
    /// The admission of a host.
    case admit
    /// A report of five licenses.
    case report
    /// An explanation of five licenses.
    case explain
    /// The verification of a license file with one Ed25519 signature.
    case verify
    /// The verification of a license file of the platform.
    case verifyVendor
    /// A strict reading of a payload.
    case parse

    func run(_ times: Int) throws {
        let world = try World()
        switch self {
        case .check: repeatMeasured(times) { world.check.isAllowed }
        case .planted: repeatMeasured(times) { Planted(world.check.isAllowed).value }
        case .decide: repeatMeasured(times) { world.gate.decision(for: .operate(.module(.vmware))).isAllowed }
        case .evaluate: repeatMeasured(times) { world.entitlements(world.five).modules.count }
        case .evaluateThousand:
            let licenses = try world.manyLicenses(1_000)
            repeatMeasured(times) { world.entitlements(licenses).modules.count }
        case .admit:
            let entitlements = world.entitlements(world.five)
            let usage = LicenseUsage(total: [.hosts: 4], modules: [.vmware: [.hosts: 1]])
            repeatMeasured(times) { try? entitlements.admit([.hosts: 1], to: .module(.vmware), given: usage) }
        case .report: repeatMeasured(times) { world.gate.report().slots.count }
        case .explain: repeatMeasured(times) { world.gate.explanation().slots.count }
        case .verify: repeatMeasured(times) { try? world.verifier.verify(contents: world.file).licenses.count }
        case .verifyVendor:
            repeatMeasured(times) { try? world.vendorVerifier.verify(contents: world.vendorFile).licenses.count }
        case .parse: repeatMeasured(times) { JSONProbe.isStrict(world.payload) }
        }
    }
}

/// Runs a body a number of times.
///
/// counts.sh has callgrind count what happens inside this function.
@inline(never)
private func repeatMeasured<Result>(_ times: Int, _ body: () -> Result) {
    for _ in 0..<times {
        keep(body())
    }
}

/// Keeps the optimizer from dropping a value.
@inline(never)
private func keep<Value>(_: Value) {}

/// Licenses of the test environment, and what a server has of them.
private struct World {
    let gate: LicenseGate
    let verifier: LicenseVerifier
    let file: String
    let vendorVerifier: LicenseVerifier
    let vendorFile: [UInt8]
    let five: [License]
    let payload: [UInt8]
    let check: LicenseCheck
    private let now: LicenseInstant

    init() throws {
        let clock = TestLicenseClock(at: SystemLicenseClock().read().wall)
        let testing = try TestLicensing(
            [.base(days: 365)] + ProductCatalog.zstack.modules.keys.map { .plus($0, days: 13) },
            clock: clock,
            configuration: .testing(.zstack)
        )
        self.now = clock.read().wall
        self.five = testing.licenses
        // With a manual clock, so that no evaluation depends on how long the others take.
        self.gate = testing.gate
        // With the machine's clock, which is what a check costs.
        self.check = LicenseGate(
            self.five,
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .any),
            trustedClock: .firstStart
        )
        .makeCheck(for: .view(.module(.vmware)))
        self.verifier = testing.verifier
        self.file = testing.texts[0]
        self.vendorVerifier = LicenseVerifier(
            trusting: try TrustedKeys([]),
            catalog: .zstack,
            environments: [.test],
            formats: [try TestVendorFile.reader(product: ProductCatalog.zstack.product).format]
        )
        self.vendorFile = try TestVendorFile(issuedAt: self.now).contents()
        self.payload =
            Array(
                #"{"iss":"vendor","aud":"cloud","sub":"a@example.com","jti":"L-1","iat":1790000000,"exp":1824560000,"license":{"#
                    .utf8
            )
            + Array(
                #""category":"base","edition":"enterprise","type":"Paid","limits":{"hosts":10,"cpus":"unlimited"}}}"#
                    .utf8
            )
    }

    /// Licenses for one module that end on different days.
    func manyLicenses(_ count: Int) throws -> [License] {
        try TestLicensing(
            (0..<count).map { .plus(.vmware, days: $0 + 1) },
            clock: TestLicenseClock(at: self.now),
            configuration: .testing(.zstack)
        )
        .licenses
    }

    func entitlements(_ licenses: [License]) -> Entitlements {
        Entitlements(
            licenses,
            at: self.now,
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .any)
        )
    }
}

/// A value on the heap.
private final class Planted {
    let value: Bool

    @inline(never)
    init(_ value: Bool) {
        self.value = value
    }
}
