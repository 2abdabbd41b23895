import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Preview warnings")
struct PreviewWarningTests {
    /// Loaded licenses, licenses to install, and the expected warnings as `code slot license`.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let loaded: [License]
        let added: [License]
        let warnings: [String]

        init(_ name: String, _ loaded: [License], adding added: [License], _ warnings: String...) {
            (self.testDescription, self.loaded, self.added, self.warnings) = (name, loaded, added, warnings)
        }

        var preview: EntitlementsPreview {
            Entitlements(self.loaded, at: .now, configuration: PreviewWarningTests.configuration)
                .preview(installing: self.added, given: LicenseUsage(total: [.hosts: 7]))
        }
    }

    /// The configuration of the node `here` and a build of the current instant.
    private static let configuration = PolicyConfiguration(
        catalog: .zstack,
        node: .only([ClaimString(literal: "here")]),
        build: .made(at: .now)
    )
    private static let elsewhere = [ClaimString(literal: "elsewhere")]

    private static func lines(_ preview: EntitlementsPreview) -> [String] {
        preview.warnings.map {
            ([$0.code.rawValue] + [$0.slot?.description, $0.licenseID?.rawValue].compactMap(\.self))
                .joined(separator: " ")
        }
    }

    // MARK: Each code

    /// Changes with warnings: at least one for each code.
    static let withWarnings: [Case] = [
        Case(
            "another license with the same id and issuer",
            [.base("B-1")],
            adding: [.base("B-1", issued: .days(-1))],
            "id-conflict B-1"
        ),
        Case(
            "two added licenses with the same id",
            [.base()],
            adding: [.plus(.vmware, id: "P-7"), .plus(.vmware, id: "P-7", sequence: 2)],
            "id-conflict P-7"
        ),
        Case(
            "a license with the id of an excluded license",
            [.base(), .plus(.vmware, id: "P-7", updatesUntil: .days(-1))],
            adding: [.plus(.vmware, id: "P-7")],
            "id-conflict P-7"
        ),
        Case(
            "two loaded licenses with the same id",
            [.base(), .plus(.vmware, id: "P-7"), .plus(.vmware, id: "P-7", sequence: 2)],
            adding: [],
            "id-conflict P-7"
        ),
        Case(
            "three licenses with the same id",
            [.base(), .plus(.vmware, id: "P-7"), .plus(.vmware, id: "P-7", sequence: 2)],
            adding: [.plus(.vmware, id: "P-7", sequence: 3)],
            "id-conflict P-7"
        ),
        Case(
            "a list of features in place of a bundle",
            [.base(bundles: [.vmware])],
            adding: [.plus(.vmware, features: ["clone"])],
            "smaller-license vmware P-1",
            "features-lowered vmware"
        ),
        Case(
            "a first list of features while the base license is in its grace period",
            [.base(until: .days(-1), graceDays: 2), .plus(.vmware)],
            adding: [.plus(.vmware, id: "P-2", issued: .zero, features: ["clone"])],
            "smaller-license vmware P-2",
            "features-lowered vmware"
        ),
        Case(
            "an expired license that is not effective",
            [.base("B-1")],
            adding: [.base("B-0", from: .days(-300), until: .days(-1), issued: .days(-300))],
            "expired B-0"
        ),
        Case(
            "a license for older builds",
            [.base()],
            adding: [.plus(.vmware, updatesUntil: .seconds(-1))],
            "build-not-covered P-1"
        ),
        Case(
            "a license for another node",
            [.base()],
            adding: [.plus(.vmware, nodes: elsewhere)],
            "wrong-node P-1"
        ),
        Case(
            "an excluded license that has expired",
            [.base()],
            adding: [.plus(.vmware, until: .days(-1), nodes: elsewhere)],
            "expired P-1",
            "wrong-node P-1"
        ),
        Case(
            "a first list of features",
            [.base(), .plus(.vmware, id: "P-1")],
            adding: [.plus(.vmware, id: "P-2", issued: .days(-1), features: ["clone"])],
            "smaller-license vmware P-2",
            "features-lowered vmware"
        ),
        Case(
            "another edition",
            [.base("B-1")],
            adding: [.base("B-2", issued: .days(-1), edition: .hybrid)],
            "edition-changed base B-2"
        ),
        Case(
            "a lower limit than an expired license has",
            [.base("B-1", until: .days(-1))],
            adding: [.base("B-2", issued: .days(-1), limits: [.hosts: .count(99)])],
            "limit-lowered base"
        ),
        Case(
            "a limit below the current usage",
            [.base("B-1", until: .days(-1))],
            adding: [.base("B-2", issued: .days(-1), limits: [.hosts: .count(5)])],
            "limit-lowered base",
            "over-limit base"
        ),
        Case(
            "one feature less",
            [.base(), .plus(.vmware, id: "P-1", features: ["clone", "migrate"])],
            adding: [.plus(.vmware, id: "P-2", issued: .days(-1), features: ["clone"])],
            "smaller-license vmware P-2",
            "view-lost vmware",
            "operate-lost vmware"
        ),
        Case(
            "an expired module",
            [.base()],
            adding: [.plus(.vmware, until: .days(-1))],
            "expired P-1",
            "login-redirect"
        ),
    ]

    @Test("A change has exactly the expected warnings", arguments: withWarnings)
    func warnings(_ test: Case) {
        #expect(Self.lines(test.preview) == test.warnings)
    }

    @Test("The test cases include every warning code")
    func complete() {
        #expect(Set(Self.withWarnings.flatMap { $0.preview.warnings.map(\.code) }) == Set(LicenseWarning.Code.known))
    }

    // MARK: No warnings

    static let withoutWarnings: [Case] = [
        Case("nothing to install", [.base()], adding: []),
        Case("a first base license", [], adding: [.base()]),
        Case("a first module", [.base()], adding: [.plus(.vmware, limits: [.hosts: .count(1)])]),
        Case("licenses that are already loaded", [.base(), .plus(.vmware)], adding: [.plus(.vmware), .base()]),
        Case("the same license twice", [.base()], adding: [.plus(.vmware), .plus(.vmware)]),
        Case("the same id from another issuer", [.base("X")], adding: [.plus(.vmware, id: "X", issuer: .customer)]),
        Case("a renewal", [.base("B-1")], adding: [.base("B-2", from: .days(265), until: .days(600))]),
        Case(
            "more of everything",
            [.base("B-1", features: ["a"]), .plus(.vmware, id: "P-1", limits: [.hosts: .count(1)], features: ["a"])],
            adding: [
                .base("B-2", issued: .days(-1), limits: [.hosts: .unlimited], features: ["a", "b"]),
                .plus(.vmware, id: "P-2", issued: .days(-1), limits: [.hosts: .count(2), .vms: .count(1)]),
            ]
        ),
        Case("a module in its grace period", [.base()], adding: [.plus(.vmware, until: .days(-1), graceDays: 2)]),
        Case("a license that just covers this build", [.base()], adding: [.plus(.vmware, updatesUntil: .zero)]),
        Case(
            "a license for this node",
            [.base()],
            adding: [.plus(.vmware, nodes: elsewhere + [ClaimString(literal: "here")])]
        ),
        Case(
            "a smaller license that starts later",
            [.base("B-1")],
            adding: [.base("B-2", from: .days(265), until: .days(600), limits: [.hosts: .count(1)], features: [])]
        ),
        Case("an expired base license that is already loaded", [.base(until: .days(-1))], adding: [.plus(.vmware)]),
    ]

    @Test("A change that does not take anything away has no warnings", arguments: withoutWarnings)
    func harmless(_ test: Case) {
        #expect(Self.lines(test.preview) == [])
    }

    // MARK: Several

    @Test("Warnings are sorted by code, then by license and slot")
    func order() {
        let loaded: [License] = [
            .base("B-1", limits: [.hosts: .count(9), .vms: .count(9)]),
            .plus(.vmware, id: "P-1", limits: [.hosts: .count(5)]), .plus(.baremetal, id: "P-2"),
        ]
        let added: [License] = [
            .plus(.disasterRecovery, id: "P-9", nodes: Self.elsewhere),
            .plus(.projectManagement, id: "P-8", until: .days(-1)),
            .plus(.disasterRecovery, id: "P-7", updatesUntil: .days(-1)),
            .plus(.vmware, id: "P-1", issued: .days(-1), limits: [.hosts: .count(4)], features: ["a"]),
            .base("B-2", issued: .days(-1), edition: .hybrid, limits: [.hosts: .count(8), .vms: .count(8)]),
        ]
        let test = Case("several", loaded, adding: added)
        #expect(
            Self.lines(test.preview) == [
                "id-conflict P-1", "expired P-8", "build-not-covered P-7", "wrong-node P-9",
                "smaller-license vmware P-1", "smaller-license base B-2", "edition-changed base B-2",
                "limit-lowered base", "limit-lowered base",
                "limit-lowered vmware", "features-lowered vmware", "login-redirect",
            ]
        )
        let lowered = test.preview.warnings.filter { $0.code == .limitLowered }
        #expect(lowered.map(\.unit) == [.hosts, .vms, .hosts])
        #expect(lowered.map(\.limit) == [.count(9), .count(9), .count(5)])
        #expect(lowered.map(\.newLimit) == [.count(8), .count(8), .count(4)])
    }

    @Test("A removal warns only about what the removed licenses allowed")
    func removal() {
        let (base, plus) = (License.base(), License.plus(.vmware, limits: [.hosts: .count(7)]))
        let entitlements = Entitlements(base, plus)
        #expect(
            Self.lines(entitlements.preview(removing: [plus])) == [
                "limit-lowered vmware", "view-lost vmware", "operate-lost vmware",
            ]
        )
        let removal = entitlements.preview(removing: [base])
        #expect(Self.lines(removal) == ["limit-lowered base", "operate-lost base", "operate-lost vmware"])
        #expect(removal.warnings.first?.limit == .count(100))
        #expect(removal.warnings.first?.newLimit == .count(0))
        #expect(Self.lines(entitlements.preview(removing: [.base("B-9")])) == [])
    }

    @Test("Losing a license without a feature list gives one warning for its slot")
    func features() {
        let all = License.base("B-2")
        let few = License.base("B-1", issued: .days(-300), features: ["x"])
        #expect(Self.lines(Entitlements(all, few).preview(removing: [all])) == ["features-lowered base"])
        let grace = Entitlements(.base("B-1", until: .days(-1), graceDays: 9))
        #expect(Self.lines(grace.preview(installing: [.base("B-2", features: ["x"])])) == ["features-lowered base"])
        let grant = PolicyConfiguration(
            catalog: .zstack,
            node: .any,
            build: .any,
            community: CommunityGrant(limits: [:])
        )
        let community = Entitlements([], at: .now, configuration: grant)
        #expect(
            community.preview(installing: [.base(limits: [.hosts: .unlimited], features: ["x"])]).warnings.map(\.code)
                == [.featuresLowered]
        )
    }

    @Test("An over-limit warning needs the current usage and an increasing overage")
    func overLimit() {
        let (loaded, smaller) = (
            License.base("B-1"), License.base("B-2", issued: .days(-1), limits: [.hosts: .count(5)])
        )
        let preview = Entitlements(loaded).preview(installing: [smaller])
        #expect(!preview.warnings.contains { $0.code == .overLimit })
        let over = Entitlements(smaller).preview(installing: [loaded], given: LicenseUsage(total: [.hosts: 7]))
        #expect(!over.warnings.contains { $0.code == .overLimit })
    }

    @Test("There is no redirect warning if login already redirects")
    func alreadyRedirected() {
        let entitlements = Entitlements(.base(), .plus(.baremetal, id: "P-2", until: .days(-2)))
        let preview = entitlements.preview(installing: [.plus(.vmware, until: .days(-1))])
        #expect(Self.lines(preview) == ["expired P-1"])
    }

    // MARK: Values and messages

    @Test("A missing limit means unlimited for a base license, and 0 for a plus license")
    func unnamedLimits() throws {
        let named = License.base("B-2", issued: .days(-1), limits: [.hosts: .count(100), .vms: .count(5)])
        let lowered = Entitlements(.base("B-1")).preview(installing: [named]).warnings
            .filter { $0.code == .limitLowered }
        #expect(lowered.map(\.unit) == [.vms])
        #expect(lowered.map(\.limit) == [.unlimited])
        #expect(lowered.map(\.newLimit) == [.count(5)])

        let plus = License.plus(.vmware, id: "P-2", issued: .days(-1))
        let own = Entitlements(.base(), .plus(.vmware, limits: [.hosts: .unlimited])).preview(installing: [plus])
            .warnings.filter { $0.code == .limitLowered }
        #expect(own.map(\.slot) == [.module(.vmware)])
        #expect(own.map(\.limit) == [.unlimited])
        #expect(own.map(\.newLimit) == [.count(0)])
    }

    /// The texts that the message of each code must contain, in English and in Chinese.
    static let messageParts: [(LicenseWarning.Code, [String], [String])] = [
        (.idConflict, ["B-1"], ["B-1"]),
        (.expired, ["B-0", "2027-01-14T08:00:00Z"], ["B-0", "2027-01-14T08:00:00Z"]),
        (.buildNotCovered, ["P-1"], ["P-1"]),
        (.wrongNode, ["P-1"], ["P-1"]),
        (.smallerLicense, ["P-1", "VMware management"], ["P-1", "VMware管理"]),
        (.editionChanged, ["Hybrid"], ["混合云版"]),
        (.limitLowered, ["cloud platform", "hosts", "from 100 to 99"], ["云平台", "物理主机", "从100减少为99"]),
        (.overLimit, ["limit on hosts will be 5", "7 are already counted"], ["物理主机", "7", "5"]),
        (.featuresLowered, ["VMware management"], ["VMware管理"]),
        (.viewLost, ["VMware management", "'migrate'"], ["VMware管理", "“migrate”"]),
        (.operateLost, ["VMware management", "'migrate'"], ["VMware管理", "“migrate”"]),
        (.loginRedirect, ["log"], ["登录"]),
    ]

    @Test("A warning names its license, slot, unit and limits in both languages", arguments: messageParts)
    func message(code: LicenseWarning.Code, english: [String], chinese: [String]) throws {
        let warning = try #require(Self.withWarnings.flatMap(\.preview.warnings).first { $0.code == code })
        expectBothLanguages(warning.message)
        for part in english {
            #expect(warning.message.english.contains(part), "\(warning.message.english)")
        }
        for part in chinese {
            #expect(warning.message.simplifiedChinese.contains(part), "\(warning.message.simplifiedChinese)")
        }
        #expect(warning.message == ProductCatalog.zstack.text(of: warning.value.message))
        #expect(warning.remedy == nil)
    }

    @Test("The messages of different warnings differ")
    func distinctMessages() {
        let messages = LicenseWarning.Code.known.compactMap { code in
            Self.withWarnings.flatMap(\.preview.warnings).first { $0.code == code }?.message
        }
        #expect(Set(messages.map(\.english)).count == LicenseWarning.Code.known.count)
        #expect(Set(messages.map(\.simplifiedChinese)).count == LicenseWarning.Code.known.count)
    }

    @Test("A warning does not name a feature if the whole slot is lost")
    func wholeSlot() {
        let plus = License.plus(.vmware)
        let warnings = Entitlements(.base(), plus).preview(removing: [plus]).warnings
        #expect(warnings.map(\.code) == [.viewLost, .operateLost])
        for message in warnings.map(\.message) {
            #expect(message.english.contains("VMware management") && !message.english.contains("feature"))
            #expect(message.simplifiedChinese.hasSuffix("VMware管理。"))
        }
    }

    // MARK: JSON

    @Test("A JSON round trip preserves a preview, whatever its warnings", arguments: withWarnings + withoutWarnings)
    func roundTrip(_ test: Case) throws {
        let data = try JSONEncoder().encode(test.preview)
        #expect(try JSONDecoder().decode(EntitlementsPreview.self, from: data) == test.preview)
    }

    @Test("The JSON of a warning has its values and its message")
    func shape() throws {
        let test = try #require(Self.withWarnings.first { $0.warnings == ["limit-lowered base"] })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let warnings = String(decoding: try encoder.encode(test.preview.warnings), as: UTF8.self)
        let message = try #require(test.preview.warnings.first).message
        #expect(
            warnings
                == #"[{"code":"limit-lowered","limit":100,"message":{"en":"\#(message.english)","#
                + #""zh-Hans":"\#(message.simplifiedChinese)"},"newLimit":99,"slot":"base","unit":"hosts"}]"#
        )
    }

    @Test("A preview lists the limits and feature lists that become lower")
    func lowered() {
        let preview = Entitlements(.base(bundles: [.vmware]))
            .preview(
                installing: [
                    .base("B-2", issued: .zero, limits: [.hosts: .count(50)]),
                    .plus(.vmware, features: ["clone", "a"]),
                ]
            )
        #expect(
            preview.lowered.map(\.description) == [
                "limit of hosts of base: 100 -> 50", "features of vmware: all -> [a, clone]",
            ]
        )
        #expect(preview.lost == [])
    }

    @Test("A preview lists features as lost or gained if only one license lists them")
    func gainedAndLost() {
        let old = License.plus(.vmware, id: "P-1", features: ["clone", "migrate"])
        let new = License.plus(.vmware, id: "P-2", issued: .days(-1), features: ["clone", "snapshot"])
        let preview = Entitlements(.base(), old).preview(installing: [new])
        let vmware = LicenseSlot.module(.vmware)
        #expect(preview.lost == [.view(vmware, feature: "migrate"), .operate(vmware, feature: "migrate")])
        #expect(preview.gained == [.view(vmware, feature: "snapshot"), .operate(vmware, feature: "snapshot")])
        #expect(preview.warnings.filter { $0.code == .viewLost }.map(\.feature) == ["migrate"])
        #expect(preview.changes.map(\.aspect) == [.license, .features, .finding])
        #expect(preview.changes == preview.before.changes(to: preview.after))
    }
}
