import LicenseIssuing
import LicenseModel
import TestSupport
import Testing

/// What a product's catalog makes of a draft: the names that it takes, and the units that it asks for.
@Suite("A draft and the catalog of its product")
struct CatalogDraftTests {
    private static let catalog = ProductCatalog(
        product: "photon",
        name: "Photon",
        modules: ["replication": "replication", "archive": "archive"],
        units: ["hosts": "hosts", "cpus": "CPU sockets", "vms": "virtual machines"],
        editions: ["standard": "Standard", "premium": "Premium"],
        requiredLimits: [["hosts", "cpus"], ["vms"]]
    )

    private static func draft(_ scope: LicenseDraft.Scope) -> LicenseDraft {
        LicenseDraft(for: ClaimString(literal: "Example Ltd"), scope, type: .paid, term: .days(1), id: "L-1")
    }

    private static func base(
        _ edition: License.Edition = "standard",
        _ units: [LimitUnit] = ["hosts", "vms"],
        _ modules: [License.Module] = []
    ) -> LicenseDraft {
        let limits = Dictionary(uniqueKeysWithValues: units.map { ($0, License.Limit.count(1)) })
        return self.draft(.base(edition: edition, limits: limits, bundling: modules))
    }

    private static func problems(_ draft: LicenseDraft, for catalog: ProductCatalog = catalog) -> [String] {
        draft.problems(signedAt: Samples.now, for: catalog).map(\.description)
    }

    // MARK: Names

    @Test(
        "An unknown name is a problem, which lists the names that the catalog has",
        arguments: [
            (
                base("standart"),
                ["'license.edition' names the edition 'standart', which the product does not have (premium, standard)"]
            ),
            (
                base("standard", ["hosts", "vms"], ["archive", "replikation"]),
                [
                    "'license.modules[1]' names the module 'replikation', which the product does not have"
                        + " (archive, replication)"
                ]
            ),
            (
                base("standard", ["hosts", "vms", "gpus"]),
                ["'license.limits.gpus' names the unit 'gpus', which the product does not have (cpus, hosts, vms)"]
            ),
            (
                draft(.plus(["Archive"], limits: ["Hosts": .count(1)])),
                [
                    "'license.modules[0]' names the module 'Archive', which the product does not have"
                        + " (archive, replication)",
                    "'license.limits.Hosts' names the unit 'Hosts', which the product does not have (cpus, hosts, vms)",
                ]
            ),
            (base("premium", ["cpus", "vms"], ["replication"]), []),
            (draft(.plus(["archive", "replication"], limits: ["hosts": .unlimited])), []),
        ] as [(LicenseDraft, [String])]
    )
    func names(draft: LicenseDraft, problems: [String]) {
        #expect(Self.problems(draft) == problems)
    }

    @Test("The names of another product are problems in a catalog without any")
    func emptyCatalog() {
        let empty = ProductCatalog(product: "other", name: "Other")
        #expect(
            Self.problems(Self.base("standard", ["hosts"], ["archive"]), for: empty) == [
                "'license.edition' names the edition 'standard', which the product does not have (there is none)",
                "'license.modules[0]' names the module 'archive', which the product does not have (there is none)",
                "'license.limits.hosts' names the unit 'hosts', which the product does not have (there is none)",
            ]
        )
    }

    @Test("A draft that takes unknown names still has to name what is required")
    func unknownNames() {
        var draft = Self.base("platinum", ["gpus"], ["quantum"])
        draft.allowsUnknownNames = true
        #expect(
            Self.problems(draft) == [
                "'license.limits' does not name 'cpus' or 'hosts', which every base license of the product names",
                "'license.limits' does not name 'vms', which every base license of the product names",
            ]
        )
    }

    // MARK: Required units

    private static let hostsOrSockets =
        "'license.limits' does not name 'cpus' or 'hosts', which every base license of the product names"
    private static let machines = "'license.limits' does not name 'vms', which every base license of the product names"

    @Test(
        "A base license names one unit or more of each required set",
        arguments: [
            (["hosts", "vms"], []), (["cpus", "vms"], []), (["hosts", "cpus", "vms"], []),
            (["vms"], [hostsOrSockets]), (["hosts"], [machines]), (["hosts", "cpus"], [machines]),
            ([], [hostsOrSockets, machines]),
        ] as [([LimitUnit], [String])]
    )
    func required(units: [LimitUnit], problems: [String]) {
        #expect(Self.problems(Self.base("standard", units)) == problems)
    }

    @Test("An unlimited unit, or none of it, is named too")
    func anyLimit() {
        let limits: [LimitUnit: License.Limit] = ["hosts": .unlimited, "vms": .count(0)]
        #expect(Self.problems(Self.draft(.base(edition: "standard", limits: limits))) == [])
    }

    @Test("A license for modules names none of the units that are required")
    func modules() {
        #expect(Self.problems(Self.draft(.plus(["archive"]))) == [])
    }

    @Test("Without required units a base license names one unit, whichever")
    func nothingRequired() {
        var catalog = Self.catalog
        catalog.requiredLimits = []
        #expect(Self.problems(Self.base("standard", ["vms"]), for: catalog) == [])
        #expect(
            Self.problems(Self.base("standard", []), for: catalog)
                == ["'license.limits' names no unit; a base license names one or more"]
        )
    }

    // MARK: Issuing

    @Test("A draft with problems is not issued, and the error has them")
    func notIssued() throws {
        let issuer = LicenseIssuer(key: try Samples.key(.ed25519), issuer: Samples.issuer, catalog: Self.catalog)
        let draft = Self.base("standart", ["hosts"])
        let error = #expect(throws: IssuingError.self) { try issuer.issue(draft, at: Samples.now) }
        #expect(error?.code == .invalidDraft)
        #expect(error?.problems.map(\.member) == ["license.edition", "license.limits"])
        #expect(error?.problems == draft.problems(signedAt: Samples.now, for: Self.catalog))
    }

    @Test("The license is for the catalog's product, and for no other")
    func product() throws {
        let issued = try LicenseIssuer(key: try Samples.key(.ed25519), issuer: Samples.issuer, catalog: Self.catalog)
            .issue(Self.base(), at: Samples.now)
        #expect(issued.license.product == "photon")
    }
}
