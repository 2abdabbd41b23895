import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing

/// A license in a line has what the product's catalog says, so that no test of a product repeats it.
@Suite("Licenses in a line, for a product's catalog")
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

    @Test("A base license has 10 of each unit, the first edition and the product")
    func base() throws {
        let license = try Self.license(.base())
        #expect(license.limits == ["cores": .count(10), "databases": .count(10)])
        #expect(license.edition == "enterprise")
        #expect(license.product == "photon")
        #expect(license.modules == [])
    }

    @Test("A license for modules has the product, and no unit or edition")
    func plus() throws {
        let license = try Self.license(.plus("replication"))
        #expect(license.product == "photon")
        #expect(license.limits == [:])
        #expect(license.edition == nil)
    }

    @Test("Each of the catalog's units is unlimited where that is said")
    func unlimited() throws {
        #expect(try Self.license(.base().unlimited()).limits == ["cores": .unlimited, "databases": .unlimited])
        #expect(try Self.license(.base().unlimited("cores")).limits == ["cores": .unlimited, "databases": .count(10)])
    }

    @Test("A catalog without editions and units counts as one with 'standard' and 'units'")
    func emptyCatalog() throws {
        let license = try Self.license(.base(), ProductCatalog(product: "other", name: "Other"))
        #expect(license.edition == "standard")
        #expect(license.limits == ["units": .count(10)])
        #expect(license.product == "other")
    }

    @Test("Without a catalog it is a license for the product of the tests")
    func noCatalog() throws {
        let license = try #require(try TestLicensing(.base()).licenses.first)
        #expect(license.product == "test-product")
        #expect(license.edition == "standard")
        #expect(license.limits == ["units": .count(10)])
        #expect(ProductCatalog.testing.product == "test-product")
    }

    @Test("Names that the catalog does not have are taken, since a product must read them")
    func unknownNames() throws {
        let license = try Self.license(
            .base().edition("platinum").bundling("quantum").limited(to: ["cores": 1, "databases": 1, "qubits": 3])
        )
        #expect(license.edition == "platinum")
        #expect(license.modules == ["quantum"])
        #expect(license.limits["qubits"] == .count(3))
    }

    @Test("A base license without a unit that the catalog requires is not issued")
    func requiredLimits() throws {
        let error = #expect(throws: (any Error).self) { try Self.license(.base().limited(to: ["cores": 1])) }
        #expect("\(String(describing: error))".contains("does not name 'databases'"))
    }

    @Test("The world's verifier, gate and reports are of the catalog's product")
    func world() throws {
        let world = try TestLicensing(.base(), configuration: .testing(Self.catalog))
        #expect(world.gate.report().slots.map(\.slot) == [.base, .module("replication")])
        #expect(world.gate.report().name(of: .base) == "Photon")
        let other = try TestLicensing(.base(), configuration: .testing())
        let error = #expect(throws: LicenseError.self) { try world.verifier.verify(contents: other.file) }
        #expect(error?.code == .wrongProduct)
        #expect(error?.message.english.contains("photon") ?? false)
        let licenses = try world.verifier.verify(contents: world.file(for: .plus("replication"))).licenses
        #expect(licenses.map(\.product) == ["photon"])
    }
}
