import LicenseIssuing
import LicenseModel
import TestSupport
import Testing

/// The problems of drafts that depend on the product's catalog: unknown names and missing limits.
@Suite("Drafts and the catalog of their product")
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
        "An unknown name is a problem, which lists the names in the catalog",
        arguments: [
            (
                base("standart"),
                ["'license.edition' names the edition 'standart', which is not defined (known: premium, standard)"]
            ),
            (
                base("standard", ["hosts", "vms"], ["archive", "replikation"]),
                [
                    "'license.modules[1]' names the module 'replikation', which is not defined"
                        + " (known: archive, replication)"
                ]
            ),
            (
                base("standard", ["hosts", "vms", "gpus"]),
                ["'license.limits.gpus' names the unit 'gpus', which is not defined (known: cpus, hosts, vms)"]
            ),
            (
                draft(.plus(["Archive"], limits: ["Hosts": .count(1)])),
                [
                    "'license.modules[0]' names the module 'Archive', which is not defined"
                        + " (known: archive, replication)",
                    "'license.limits.Hosts' names the unit 'Hosts', which is not defined (known: cpus, hosts, vms)",
                ]
            ),
            (base("premium", ["cpus", "vms"], ["replication"]), []),
            (draft(.plus(["archive", "replication"], limits: ["hosts": .unlimited])), []),
        ] as [(LicenseDraft, [String])]
    )
    func names(draft: LicenseDraft, problems: [String]) {
        #expect(Self.problems(draft) == problems)
    }

    @Test("Every name is a problem if the catalog has no names")
    func emptyCatalog() {
        let empty = ProductCatalog(product: "other", name: "Other")
        #expect(
            Self.problems(Self.base("standard", ["hosts"], ["archive"]), for: empty) == [
                "'license.edition' names the edition 'standard', which is not defined (known: none)",
                "'license.modules[0]' names the module 'archive', which is not defined (known: none)",
                "'license.limits.hosts' names the unit 'hosts', which is not defined (known: none)",
            ]
        )
    }

    @Test("A draft that allows unknown names must still limit the required units")
    func unknownNames() {
        var draft = Self.base("platinum", ["gpus"], ["quantum"])
        draft.allowsUnknownNames = true
        #expect(
            Self.problems(draft) == [
                "'license.limits' does not name 'cpus' or 'hosts', which is required for base licenses of the product",
                "'license.limits' does not name 'vms', which is required for base licenses of the product",
            ]
        )
    }

    // MARK: Required units

    private static let missingHostsOrSockets =
        "'license.limits' does not name 'cpus' or 'hosts', which is required for base licenses of the product"
    private static let missingMachines =
        "'license.limits' does not name 'vms', which is required for base licenses of the product"

    @Test(
        "A base license must limit at least one unit of each required set",
        arguments: [
            (["hosts", "vms"], []), (["cpus", "vms"], []), (["hosts", "cpus", "vms"], []),
            (["vms"], [missingHostsOrSockets]), (["hosts"], [missingMachines]), (["hosts", "cpus"], [missingMachines]),
            ([], [missingHostsOrSockets, missingMachines]),
        ] as [([LimitUnit], [String])]
    )
    func required(units: [LimitUnit], problems: [String]) {
        #expect(Self.problems(Self.base("standard", units)) == problems)
    }

    @Test("A required unit can be unlimited or limited to 0")
    func anyLimit() {
        let limits: [LimitUnit: License.Limit] = ["hosts": .unlimited, "vms": .count(0)]
        #expect(Self.problems(Self.draft(.base(edition: "standard", limits: limits))) == [])
    }

    @Test("A plus license does not have to limit the required units")
    func modules() {
        #expect(Self.problems(Self.draft(.plus(["archive"]))) == [])
    }

    @Test("Without required units, a base license must limit at least one unit")
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

    @Test("A draft with problems is not issued, and the error lists them")
    func notIssued() throws {
        let issuer = LicenseIssuer(key: try Samples.key(.ed25519), issuer: Samples.issuer, catalog: Self.catalog)
        let draft = Self.base("standart", ["hosts"])
        let error = #expect(throws: IssuingError.self) { try issuer.issue(draft, at: Samples.now) }
        #expect(error?.code == .invalidDraft)
        #expect(error?.problems.map(\.member) == ["license.edition", "license.limits"])
        #expect(error?.problems == draft.problems(signedAt: Samples.now, for: Self.catalog))
    }

    @Test("An issued license is for the catalog's product")
    func product() throws {
        let issued = try LicenseIssuer(key: try Samples.key(.ed25519), issuer: Samples.issuer, catalog: Self.catalog)
            .issue(Self.base(), at: Samples.now)
        #expect(issued.license.product == "photon")
    }
}
