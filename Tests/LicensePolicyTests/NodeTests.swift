import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Licenses bound to nodes")
struct NodeTests {
    private static let vmware = LicenseSlot.module(.vmware)

    private static func thumbprint(_ text: String) -> ClaimString {
        ClaimString(literal: text)
    }

    /// Evaluates licenses on a node with the given thumbprints.
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
        "A license is used on the nodes that it names, or on any node if it names none",
        arguments: [
            (nil, ["a"], true), (["a"], ["a"], true), (["b", "a"], ["a"], true), (["a"], ["b", "a"], true),
            (["a"], ["b"], false),
            (["a"], [], false), (nil, [], true), (["A"], ["a"], false), (["\u{E9}"], ["e\u{301}"], false),
        ] as [([String]?, [String], Bool)]
    )
    func use(_ bound: [String]?, _ node: [String], _ isUsed: Bool) {
        let nodes = Set(node.map(Self.thumbprint))
        let entitlements = Self.entitlements(.base(nodes: bound?.map(Self.thumbprint)), on: nodes)
        #expect(entitlements.base.status == (isUsed ? .valid : .unlicensed))
        #expect(entitlements.findings.map(\.description) == (isUsed ? [] : ["wrong-node B-1"]))
        #expect(entitlements.codes(.operate(.base)) == (isUsed ? [] : ["base-wrong-node"]))
        #expect(entitlements.codes(.view(.base)) == [])
    }

    @Test("Every license is used if the node is not checked")
    func unchecked() {
        let entitlements = Entitlements(
            .base(nodes: [Self.thumbprint("a")]),
            .plus(.vmware, nodes: [Self.thumbprint("b")])
        )
        #expect(entitlements.codes(.operate(Self.vmware)) == [])
        #expect(entitlements.findings == [])
    }

    @Test("A plus license for other nodes fills no slot, and a denial names it")
    func module() {
        let entitlements = Self.entitlements(
            .base(),
            .plus(.vmware, id: "P-7", nodes: [Self.thumbprint("b")]),
            on: [Self.thumbprint("a")]
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

    @Test("A license for other nodes is only a finding if another license fills the slot")
    func onlyFinding() {
        let entitlements = Self.entitlements(
            .base("B-other", issued: .zero, nodes: [Self.thumbprint("b")]),
            .base("B-this", nodes: [Self.thumbprint("a")]),
            on: [Self.thumbprint("a")]
        )
        #expect(entitlements.base.license?.id == "B-this")
        #expect(entitlements.codes(.operate(.base)) == [])
        #expect(entitlements.findings.map(\.description) == ["wrong-node B-other"])
    }

    @Test("An exclusion for the build takes precedence over one for the node")
    func buildFirst() {
        let license = License.base(nodes: [Self.thumbprint("b")], updatesUntil: .days(-1))
        let built = Self.entitlements(license, on: [Self.thumbprint("a")], build: .made(at: .now))
        #expect(built.findings.map(\.code) == [.buildNotCovered])
        #expect(built.codes(.operate(.base)) == ["base-build-not-covered"])
        let anyBuild = Self.entitlements(license, on: [Self.thumbprint("a")])
        #expect(anyBuild.findings.map(\.code) == [.wrongNode])
        #expect(anyBuild.codes(.operate(.base)) == ["base-wrong-node"])
    }

    @Test("A denial names a license for older builds before one for other nodes")
    func twoCauses() {
        let licenses: [License] = [
            .base("A", nodes: [Self.thumbprint("b")]), .base("B", updatesUntil: .days(-1)),
            .plus(.vmware, id: "C", nodes: [Self.thumbprint("b")]), .plus(.vmware, id: "D", updatesUntil: .days(-1)),
        ]
        let configuration = PolicyConfiguration(
            catalog: .zstack,
            node: .only([Self.thumbprint("a")]),
            build: .made(at: .now)
        )
        for order in licenses.permutations {
            let entitlements = Entitlements(order, at: .now, configuration: configuration)
            let reasons = entitlements.decision(for: .operate(Self.vmware)).reasons
            #expect(reasons.map(\.code) == [.baseBuildNotCovered, .moduleBuildNotCovered])
            #expect(reasons.map(\.licenseID) == ["B", "D"])
            let findings = ["build-not-covered B", "build-not-covered D", "wrong-node A", "wrong-node C"]
            #expect(entitlements.findings.map(\.description) == findings)
        }
    }

    @Test("Of several licenses for other nodes, a denial names the latest, then by id")
    func severalNodes() {
        let other = [Self.thumbprint("b")]
        let licenses: [License] = [
            .base("A", nodes: other), .base("C", issued: .days(-1), nodes: other),
            .base("B", issued: .days(-1), nodes: other),
        ]
        for order in licenses.permutations {
            let configuration = PolicyConfiguration(catalog: .zstack, node: .only([Self.thumbprint("a")]), build: .any)
            let entitlements = Entitlements(order, at: .now, configuration: configuration)
            #expect(entitlements.decision(for: .operate(.base)).reasons.map(\.licenseID) == ["B"])
        }
    }

    @Test("The community grant applies if the base license is for other nodes")
    func community() {
        let configuration = PolicyConfiguration(
            catalog: .zstack,
            node: .only([Self.thumbprint("a")]),
            build: .any,
            community: CommunityGrant(limits: [.hosts: .count(3)])
        )
        let entitlements = Entitlements(.base(nodes: [Self.thumbprint("b")]), configuration: configuration)
        #expect(entitlements.codes(.operate(.base)) == [])
        #expect(entitlements.codes(.operate(Self.vmware)) == ["base-wrong-node", "module-not-activated"])
        #expect(entitlements.quotas(given: LicenseUsage.zero).map(\.licensed) == [.count(3)])
    }

    @Test("An explanation reports that a license is for other nodes, and what to do")
    func explanation() throws {
        let entitlements = Self.entitlements(.base(nodes: [Self.thumbprint("b")]), on: [Self.thumbprint("a")])
        let base = try #require(entitlements.explanation().slots.first)
        #expect(base.licenses.map(\.role) == [.wrongNode])
        #expect(base.licenses[0].message.english.contains("is bound to other nodes"))
        #expect(base.operate.denial?.reasons.map(\.code) == [.baseWrongNode])
        #expect(base.operate.message(in: .zstack).english.contains("application code"))
    }

    @Test("Previewing a license for other nodes adds a finding and no capability")
    func preview() {
        let node: Set<ClaimString> = [Self.thumbprint("a")]
        let entitlements = Self.entitlements(.base(), on: node)
        let preview = entitlements.preview(installing: [.plus(.vmware, nodes: [Self.thumbprint("b")])])
        #expect(preview.gained == [])
        #expect(preview.lost == [])
        #expect(preview.changes.map(\.aspect).contains(.finding))
        #expect(preview.after[Self.vmware]?.viewDenialCodes == [.moduleWrongNode])
    }
}
