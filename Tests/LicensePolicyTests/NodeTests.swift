import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Licenses that are bound to nodes")
struct NodeTests {
    private static let vmware = LicenseSlot.module(.vmware)

    private static func line(_ text: String) -> ClaimString {
        ClaimString(literal: text)
    }

    /// What licenses grant on a node with some thumbprints.
    private static func entitlements(
        _ licenses: License...,
        on node: Set<ClaimString>,
        build: PolicyConfiguration.Build = .any
    ) -> Entitlements {
        Entitlements(
            licenses,
            at: .now,
            configuration: PolicyConfiguration(catalog: .zstack, node: .only(node), build: build)
        )
    }

    @Test(
        "A license counts on the nodes that it names, compared by their bytes, and on any if it names none",
        arguments: [
            (nil, ["a"], true), (["a"], ["a"], true), (["b", "a"], ["a"], true), (["a"], ["b", "a"], true),
            (["a"], ["b"], false),
            (["a"], [], false), (nil, [], true), (["A"], ["a"], false), (["\u{E9}"], ["e\u{301}"], false),
        ] as [([String]?, [String], Bool)]
    )
    func counts(_ bound: [String]?, _ node: [String], _ counts: Bool) {
        let nodes = Set(node.map(Self.line))
        let entitlements = Self.entitlements(.base(nodes: bound?.map(Self.line)), on: nodes)
        #expect(entitlements.base.status == (counts ? .valid : .unlicensed))
        #expect(entitlements.findings.map(\.description) == (counts ? [] : ["wrong-node B-1"]))
        #expect(entitlements.codes(.operate(.base)) == (counts ? [] : ["base-wrong-node"]))
        #expect(entitlements.codes(.view(.base)) == [])
    }

    @Test("Where the node is not checked, every license counts")
    func unchecked() {
        let entitlements = Entitlements(.base(nodes: [Self.line("a")]), .plus(.vmware, nodes: [Self.line("b")]))
        #expect(entitlements.codes(.operate(Self.vmware)) == [])
        #expect(entitlements.findings == [])
    }

    @Test("A module's license for other nodes fills no slot, and a denial says why")
    func module() {
        let entitlements = Self.entitlements(
            .base(),
            .plus(.vmware, id: "P-7", nodes: [Self.line("b")]),
            on: [Self.line("a")]
        )
        #expect(entitlements.modules == [])
        #expect(entitlements[Self.vmware].status == .notActivated)
        #expect(entitlements[Self.vmware].menu == .hidden)
        #expect(entitlements.codes(.view(Self.vmware)) == ["module-wrong-node"])
        #expect(entitlements.codes(.operate(Self.vmware)) == ["module-wrong-node"])
        #expect(entitlements.decision(for: .view(Self.vmware)).reasons.map(\.licenseID) == ["P-7"])
        #expect(entitlements.codes(.keepRunning(Self.vmware)) == [])
        #expect(entitlements.codes(.recover(Self.vmware)) == [])
        #expect(entitlements.login == .proceed)
    }

    @Test("A license for this node counts beside one for others, which is a finding alone")
    func beside() {
        let entitlements = Self.entitlements(
            .base("B-other", issued: .zero, nodes: [Self.line("b")]),
            .base("B-this", nodes: [Self.line("a")]),
            on: [Self.line("a")]
        )
        #expect(entitlements.base.license?.id == "B-this")
        #expect(entitlements.codes(.operate(.base)) == [])
        #expect(entitlements.findings.map(\.description) == ["wrong-node B-other"])
    }

    @Test("A license that is excluded for its build has that finding and that reason, and no other")
    func buildFirst() {
        let license = License.base(nodes: [Self.line("b")], updatesUntil: .days(-1))
        let built = Self.entitlements(license, on: [Self.line("a")], build: .made(at: .now))
        #expect(built.findings.map(\.code) == [.buildNotCovered])
        #expect(built.codes(.operate(.base)) == ["base-build-not-covered"])
        let anyBuild = Self.entitlements(license, on: [Self.line("a")])
        #expect(anyBuild.findings.map(\.code) == [.wrongNode])
        #expect(anyBuild.codes(.operate(.base)) == ["base-wrong-node"])
    }

    @Test("Of two excluded licenses of a slot the one for an older build is named, in any order")
    func twoCauses() {
        let licenses: [License] = [
            .base("A", nodes: [Self.line("b")]), .base("B", updatesUntil: .days(-1)),
            .plus(.vmware, id: "C", nodes: [Self.line("b")]), .plus(.vmware, id: "D", updatesUntil: .days(-1)),
        ]
        let configuration = PolicyConfiguration(catalog: .zstack, node: .only([Self.line("a")]), build: .made(at: .now))
        for order in licenses.permutations {
            let entitlements = Entitlements(order, at: .now, configuration: configuration)
            let reasons = entitlements.decision(for: .operate(Self.vmware)).reasons
            #expect(reasons.map(\.code) == [.baseBuildNotCovered, .moduleBuildNotCovered])
            #expect(reasons.map(\.licenseID) == ["B", "D"])
            let findings = ["build-not-covered B", "build-not-covered D", "wrong-node A", "wrong-node C"]
            #expect(entitlements.findings.map(\.description) == findings)
        }
    }

    @Test("Of two licenses for other nodes the later one is named, then the smaller id, in any order")
    func twoNodes() {
        let other = [Self.line("b")]
        let licenses: [License] = [
            .base("A", nodes: other), .base("C", issued: .days(-1), nodes: other),
            .base("B", issued: .days(-1), nodes: other),
        ]
        for order in licenses.permutations {
            let configuration = PolicyConfiguration(catalog: .zstack, node: .only([Self.line("a")]), build: .any)
            let entitlements = Entitlements(order, at: .now, configuration: configuration)
            #expect(entitlements.decision(for: .operate(.base)).reasons.map(\.licenseID) == ["B"])
        }
    }

    @Test("The community grant stands in for a base license of other nodes")
    func community() {
        let configuration = PolicyConfiguration(
            catalog: .zstack,
            node: .only([Self.line("a")]),
            build: .any,
            community: CommunityGrant(limits: [.hosts: .count(3)])
        )
        let entitlements = Entitlements(.base(nodes: [Self.line("b")]), configuration: configuration)
        #expect(entitlements.codes(.operate(.base)) == [])
        #expect(entitlements.codes(.operate(Self.vmware)) == ["base-wrong-node", "module-not-activated"])
        #expect(entitlements.quotas(given: LicenseUsage.zero).map(\.licensed) == [.count(3)])
    }

    @Test("An explanation says that the license is for other nodes, and what to do")
    func explanation() throws {
        let entitlements = Self.entitlements(.base(nodes: [Self.line("b")]), on: [Self.line("a")])
        let base = try #require(entitlements.explanation().slots.first)
        #expect(base.licenses.map(\.role) == [.wrongNode])
        #expect(base.licenses[0].message.english.contains("is bound to other nodes"))
        #expect(base.operate.denial?.reasons.map(\.code) == [.baseWrongNode])
        #expect(base.operate.message(in: .zstack).english.contains("application code"))
    }

    @Test("A preview of a license for other nodes adds its finding and no right")
    func preview() {
        let node: Set<ClaimString> = [Self.line("a")]
        let entitlements = Self.entitlements(.base(), on: node)
        let preview = entitlements.preview(installing: [.plus(.vmware, nodes: [Self.line("b")])])
        #expect(preview.gained == [])
        #expect(preview.lost == [])
        #expect(preview.changes.map(\.aspect).contains(.finding))
        #expect(preview.after[Self.vmware]?.againstViewing == [.moduleWrongNode])
    }
}
