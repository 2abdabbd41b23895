import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing

/// Test licenses use the product, editions and units of a catalog, so that the tests of a product need not repeat them.
@Suite("Test licenses for the catalog of a product")
struct TestLicenseCatalogTests {
    private static let catalog = ProductCatalog(
        product: "photon",
        name: "Photon",
        modules: ["replication": "replication"],
        units: ["databases": "databases", "cores": "CPU cores"],
        editions: ["standard": "Standard", "enterprise": "Enterprise", "premium": "Premium"],
        requiredLimits: [["cores"], ["databases"]]
    )

    private static func license(_ license: TestLicense, _ catalog: ProductCatalog = catalog) throws -> License {
        try #require(try TestLicensing(license, configuration: .testing(catalog)).licenses.first)
    }

    @Test("A base license has the catalog's first edition and 10 of each unit")
    func base() throws {
        let license = try Self.license(.base())
        #expect(license.limits == ["cores": .count(10), "databases": .count(10)])
        #expect(license.edition == "enterprise")
        #expect(license.product == "photon")
        #expect(license.modules == [])
    }

    @Test("A plus license has no edition and no limits")
    func plus() throws {
        let license = try Self.license(.plus("replication"))
        #expect(license.product == "photon")
        #expect(license.limits == [:])
        #expect(license.edition == nil)
    }

    @Test("All or some of the catalog's units can be unlimited")
    func unlimited() throws {
        #expect(try Self.license(.base().unlimited()).limits == ["cores": .unlimited, "databases": .unlimited])
        #expect(try Self.license(.base().unlimited("cores")).limits == ["cores": .unlimited, "databases": .count(10)])
    }

    @Test("Without editions and units in the catalog, they are 'standard' and 'units'")
    func emptyCatalog() throws {
        let license = try Self.license(.base(), ProductCatalog(product: "other", name: "Other"))
        #expect(license.edition == "standard")
        #expect(license.limits == ["units": .count(10)])
        #expect(license.product == "other")
    }

    @Test("Without a configuration, the license is for the testing catalog")
    func noCatalog() throws {
        let license = try #require(try TestLicensing(.base()).licenses.first)
        #expect(license.product == "test-product")
        #expect(license.edition == "standard")
        #expect(license.limits == ["units": .count(10)])
        #expect(ProductCatalog.testing.product == "test-product")
    }

    @Test("Names that are not in the catalog are accepted")
    func unknownNames() throws {
        // A verifier accepts them, so a product's tests need such licenses.
        let license = try Self.license(
            .base().edition("platinum").bundling("quantum").limited(to: ["cores": 1, "databases": 1, "qubits": 3])
        )
        #expect(license.edition == "platinum")
        #expect(license.modules == ["quantum"])
        #expect(license.limits["qubits"] == .count(3))
    }

    @Test("A base license without a unit that the catalog requires is refused")
    func requiredLimits() throws {
        let error = #expect(throws: (any Error).self) { try Self.license(.base().limited(to: ["cores": 1])) }
        #expect("\(String(describing: error))".contains("does not name 'databases'"))
    }

    @Test("The verifier, gate and reports are for the product of the catalog")
    func product() throws {
        let licensing = try TestLicensing(.base(), configuration: .testing(Self.catalog))
        #expect(licensing.gate.report().slots.map(\.slot) == [.base, .module("replication")])
        #expect(licensing.gate.report().name(of: .base) == "Photon")
        let other = try TestLicensing(.base(), configuration: .testing())
        let error = #expect(throws: LicenseError.self) { try licensing.verifier.verify(contents: other.file) }
        #expect(error?.code == .wrongProduct)
        #expect(error?.message.english.contains("photon") ?? false)
        let licenses = try licensing.verifier.verify(contents: licensing.file(for: .plus("replication"))).licenses
        #expect(licenses.map(\.product) == ["photon"])
    }
}
