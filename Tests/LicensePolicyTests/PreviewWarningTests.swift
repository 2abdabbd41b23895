import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Warnings before licenses change")
struct PreviewWarningTests {
    /// Licenses that are there, licenses to install, and the warnings as `code slot license`.
    struct World: Sendable, CustomTestStringConvertible {
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

    /// This node is `here`, and the build is of now.
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

    /// The code of each world's first warning is its own.
    static let each: [World] = [
        World(
            "another license of one id and issuer",
            [.base("B-1")],
            adding: [.base("B-1", issued: .days(-1))],
            "id-conflict B-1"
        ),
        World(
            "two licenses of one id at once",
            [.base()],
            adding: [.plus(.vmware, id: "P-7"), .plus(.vmware, id: "P-7", sequence: 2)],
            "id-conflict P-7"
        ),
        World(
            "a license of an id that an excluded one has",
            [.base(), .plus(.vmware, id: "P-7", updatesUntil: .days(-1))],
            adding: [.plus(.vmware, id: "P-7")],
            "id-conflict P-7"
        ),
        World(
            "an expired license that no slot takes",
            [.base("B-1")],
            adding: [.base("B-0", from: .days(-300), until: .days(-1), issued: .days(-300))],
            "expired B-0"
        ),
        World(
            "a license for older builds",
            [.base()],
            adding: [.plus(.vmware, updatesUntil: .seconds(-1))],
            "build-not-covered P-1"
        ),
        World(
            "a license for another node",
            [.base()],
            adding: [.plus(.vmware, nodes: elsewhere)],
            "wrong-node P-1"
        ),
        World(
            "an excluded license that has expired",
            [.base()],
            adding: [.plus(.vmware, until: .days(-1), nodes: elsewhere)],
            "expired P-1",
            "wrong-node P-1"
        ),
        World(
            "fewer features, of which none is named yet",
            [.base(), .plus(.vmware, id: "P-1")],
            adding: [.plus(.vmware, id: "P-2", issued: .days(-1), features: ["clone"])],
            "smaller-license vmware P-2",
            "features-lowered vmware"
        ),
        World(
            "another edition",
            [.base("B-1")],
            adding: [.base("B-2", issued: .days(-1), edition: .hybrid)],
            "edition-changed base B-2"
        ),
        World(
            "a lower limit than an expired license has",
            [.base("B-1", until: .days(-1))],
            adding: [.base("B-2", issued: .days(-1), limits: [.hosts: .count(99)])],
            "limit-lowered base"
        ),
        World(
            "a lower limit than is in use",
            [.base("B-1", until: .days(-1))],
            adding: [.base("B-2", issued: .days(-1), limits: [.hosts: .count(5)])],
            "limit-lowered base",
            "over-limit base"
        ),
        World(
            "a feature less",
            [.base(), .plus(.vmware, id: "P-1", features: ["clone", "migrate"])],
            adding: [.plus(.vmware, id: "P-2", issued: .days(-1), features: ["clone"])],
            "smaller-license vmware P-2",
            "view-lost vmware",
            "operate-lost vmware"
        ),
        World(
            "a module that has expired",
            [.base()],
            adding: [.plus(.vmware, until: .days(-1))],
            "expired P-1",
            "login-redirect"
        ),
    ]

    @Test("Each of them is there where something fits it, and no other", arguments: each)
    func fitting(_ world: World) {
        #expect(Self.lines(world.preview) == world.warnings)
    }

    @Test("The table above has every code")
    func complete() {
        #expect(Set(Self.each.flatMap { $0.preview.warnings.map(\.code) }) == Set(LicenseWarning.Code.known))
    }

    // MARK: None

    static let quiet: [World] = [
        World("nothing", [.base()], adding: []),
        World("a first base", [], adding: [.base()]),
        World("a first module", [.base()], adding: [.plus(.vmware, limits: [.hosts: .count(1)])]),
        World("what is there already", [.base(), .plus(.vmware)], adding: [.plus(.vmware), .base()]),
        World("the same twice", [.base()], adding: [.plus(.vmware), .plus(.vmware)]),
        World("one id of another issuer", [.base("X")], adding: [.plus(.vmware, id: "X", issuer: .customer)]),
        World("a renewal", [.base("B-1")], adding: [.base("B-2", from: .days(265), until: .days(600))]),
        World(
            "more of everything",
            [.base("B-1", features: ["a"]), .plus(.vmware, id: "P-1", limits: [.hosts: .count(1)], features: ["a"])],
            adding: [
                .base("B-2", issued: .days(-1), limits: [.hosts: .unlimited], features: ["a", "b"]),
                .plus(.vmware, id: "P-2", issued: .days(-1), limits: [.hosts: .count(2), .vms: .count(1)]),
            ]
        ),
        World("grace", [.base()], adding: [.plus(.vmware, until: .days(-1), graceDays: 2)]),
        World("a build just covered", [.base()], adding: [.plus(.vmware, updatesUntil: .zero)]),
        World("this node", [.base()], adding: [.plus(.vmware, nodes: elsewhere + [ClaimString(literal: "here")])]),
        World(
            "less for a later time",
            [.base("B-1")],
            adding: [.base("B-2", from: .days(265), until: .days(600), limits: [.hosts: .count(1)], features: [])]
        ),
        World("an expired base that was there", [.base(until: .days(-1))], adding: [.plus(.vmware)]),
    ]

    @Test("What takes nothing away is no reason for one", arguments: quiet)
    func harmless(_ world: World) {
        #expect(Self.lines(world.preview) == [])
    }

    // MARK: Several

    @Test("They are in the order of the codes, those of one code by license and slot")
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
        let world = World("several", loaded, adding: added)
        #expect(
            Self.lines(world.preview) == [
                "id-conflict P-1", "expired P-8", "build-not-covered P-7", "wrong-node P-9",
                "smaller-license vmware P-1", "smaller-license base B-2", "edition-changed base B-2",
                "limit-lowered base", "limit-lowered base",
                "limit-lowered vmware", "features-lowered vmware", "login-redirect",
            ]
        )
        let lowered = world.preview.warnings.filter { $0.code == .limitLowered }
        #expect(lowered.map(\.unit) == [.hosts, .vms, .hosts])
        #expect(lowered.map(\.limit) == [.count(9), .count(9), .count(5)])
        #expect(lowered.map(\.newLimit) == [.count(8), .count(8), .count(4)])
    }

    @Test("A removal warns of what goes with the licenses, and not of what stays")
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

    @Test("Features that go with a license without a list are warned of once, in each slot")
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

    @Test("More in use than will be covered is warned of where it grows, given what is in use")
    func overLimit() {
        let (loaded, smaller) = (
            License.base("B-1"), License.base("B-2", issued: .days(-1), limits: [.hosts: .count(5)])
        )
        let preview = Entitlements(loaded).preview(installing: [smaller])
        #expect(!preview.warnings.contains { $0.code == .overLimit })
        let over = Entitlements(smaller).preview(installing: [loaded], given: LicenseUsage(total: [.hosts: 7]))
        #expect(!over.warnings.contains { $0.code == .overLimit })
    }

    @Test("Who is redirected at login already is not warned of it")
    func alreadyRedirected() {
        let entitlements = Entitlements(.base(), .plus(.baremetal, id: "P-2", until: .days(-2)))
        let preview = entitlements.preview(installing: [.plus(.vmware, until: .days(-1))])
        #expect(Self.lines(preview) == ["expired P-1"])
    }

    // MARK: Values and words

    @Test("A limit that one license does not name falls from or to what that means")
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

    /// What the warning of each code names: the same in both languages, or in English and in Chinese.
    static let words: [(LicenseWarning.Code, [String], [String])] = [
        (.idConflict, ["B-1"], ["B-1"]),
        (.expired, ["B-0", "2027-01-14T08:00:00Z"], ["B-0", "2027-01-14T08:00:00Z"]),
        (.buildNotCovered, ["P-1"], ["P-1"]),
        (.wrongNode, ["P-1"], ["P-1"]),
        (.smallerLicense, ["P-2", "VMware management"], ["P-2", "VMware管理"]),
        (.editionChanged, ["Hybrid"], ["混合云版"]),
        (.limitLowered, ["cloud platform", "hosts", "from 100 to 99"], ["云平台", "物理主机", "从100减少为99"]),
        (.overLimit, ["7 hosts", "becomes 5"], ["物理主机", "7", "5"]),
        (.featuresLowered, ["VMware management"], ["VMware管理"]),
        (.viewLost, ["VMware management", "'migrate'"], ["VMware管理", "“migrate”"]),
        (.operateLost, ["VMware management", "'migrate'"], ["VMware管理", "“migrate”"]),
        (.loginRedirect, ["log"], ["登录"]),
    ]

    @Test("A warning names in both languages the license, the slot, the unit and its limits", arguments: words)
    func message(code: LicenseWarning.Code, english: [String], chinese: [String]) throws {
        let warning = try #require(Self.each.flatMap(\.preview.warnings).first { $0.code == code })
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

    @Test("The warnings have messages of their own")
    func distinctMessages() {
        let messages = LicenseWarning.Code.known.compactMap { code in
            Self.each.flatMap(\.preview.warnings).first { $0.code == code }?.message
        }
        #expect(Set(messages.map(\.english)).count == 12)
        #expect(Set(messages.map(\.simplifiedChinese)).count == 12)
    }

    @Test("If a right to all of a slot is lost, no feature is named")
    func wholeSlot() {
        let plus = License.plus(.vmware)
        let warnings = Entitlements(.base(), plus).preview(removing: [plus]).warnings
        #expect(warnings.map(\.code) == [.viewLost, .operateLost])
        for message in warnings.map(\.message) {
            #expect(message.english.hasSuffix("VMware management."))
            #expect(message.simplifiedChinese.hasSuffix("VMware管理。"))
        }
    }

    // MARK: JSON

    @Test("A preview is the same after JSON, whatever it warns of", arguments: each + quiet)
    func roundTrip(_ world: World) throws {
        let data = try JSONEncoder().encode(world.preview)
        #expect(try JSONDecoder().decode(EntitlementsPreview.self, from: data) == world.preview)
    }

    @Test("In JSON a warning has its values and its words side by side")
    func shape() throws {
        let world = try #require(Self.each.first { $0.warnings == ["limit-lowered base"] })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let warnings = String(decoding: try encoder.encode(world.preview.warnings), as: UTF8.self)
        let words = try #require(world.preview.warnings.first).message
        #expect(
            warnings
                == #"[{"code":"limit-lowered","limit":100,"message":{"en":"\#(words.english)","#
                + #""zh-Hans":"\#(words.simplifiedChinese)"},"newLimit":99,"slot":"base","unit":"hosts"}]"#
        )
    }

    @Test("What a smaller license takes away is lost, and what it lists anew is gained")
    func gainedAndLost() {
        let old = License.plus(.vmware, id: "P-1", features: ["clone", "migrate"])
        let new = License.plus(.vmware, id: "P-2", issued: .days(-1), features: ["clone", "snapshot"])
        let preview = Entitlements(.base(), old).preview(installing: [new])
        let vmware = LicenseSlot.module(.vmware)
        #expect(preview.lost == [.view(vmware, feature: "migrate"), .operate(vmware, feature: "migrate")])
        #expect(preview.gained == [.view(vmware, feature: "snapshot"), .operate(vmware, feature: "snapshot")])
        #expect(preview.warnings.filter { $0.code == .viewLost }.map(\.feature) == ["migrate"])
        #expect(preview.changes.map(\.aspect) == [.license, .features])
        #expect(preview.changes == preview.before.changes(to: preview.after))
    }
}
