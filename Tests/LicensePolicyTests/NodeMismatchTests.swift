import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

private func nodes(_ thumbprints: String...) -> [ClaimString] {
    thumbprints.map(ClaimString.init(literal:))
}

/// What is said about a license of another node: the license's nodes and this node, as data and as text.
@Suite("Node mismatches")
struct NodeMismatchTests {
    private static let node = Set(nodes("node-b", "node-a"))
    private static let mismatch = NodeMismatch(license: nodes("NODE-1", "NODE-2"), thisNode: node)
    private static let base = License.base(nodes: mismatch.license)
    private static let plus = License.plus(.vmware, nodes: nodes("NODE-3"))

    private static func entitlements(
        _ licenses: [License],
        on node: Set<ClaimString> = node,
        catalog: ProductCatalog = .zstack
    ) -> Entitlements {
        Entitlements(
            licenses,
            at: .now,
            configuration: PolicyConfiguration(catalog: catalog, node: .only(node), build: .any)
        )
    }

    @Test("A finding, each reason and a warning have the nodes of the license and this node")
    func data() throws {
        let entitlements = Self.entitlements([Self.base, Self.plus])
        #expect(entitlements.findings.map(\.nodes?.license) == [nodes("NODE-1", "NODE-2"), nodes("NODE-3")])
        #expect(entitlements.findings.map(\.nodes?.thisNode) == [nodes("node-a", "node-b"), nodes("node-a", "node-b")])
        let reasons = entitlements.decision(for: .operate(.module(.vmware))).reasons
        #expect(reasons.map(\.code) == [.baseWrongNode, .moduleWrongNode])
        #expect(reasons.map(\.nodes?.license) == [nodes("NODE-1", "NODE-2"), nodes("NODE-3")])
        #expect(reasons.allSatisfy { $0.nodes?.thisNode == nodes("node-a", "node-b") })
        let warnings = Self.entitlements([]).preview(installing: [Self.base]).warnings
        #expect(warnings.map(\.code) == [.wrongNode])
        #expect(warnings.map(\.nodes) == [Self.mismatch])
    }

    @Test("Other findings, reasons and warnings have no nodes")
    func others() {
        let old = License.base(nodes: nodes("NODE-1"), updatesUntil: .days(-1))
        let configuration = PolicyConfiguration(catalog: .zstack, node: .only(Self.node), build: .made(at: .now))
        let entitlements = Entitlements([old], at: .now, configuration: configuration)
        #expect(entitlements.findings.map(\.nodes) == [nil])
        #expect(entitlements.decision(for: .operate(.base)).reasons.map(\.nodes) == [nil])
        let preview = Entitlements([], at: .now, configuration: configuration).preview(installing: [old])
        #expect(preview.warnings.map(\.nodes) == [nil])
    }

    @Test("Each message names the nodes of the license and this node, in both languages")
    func messages() throws {
        let entitlements = Self.entitlements([Self.base, Self.plus])
        let preview = Self.entitlements([]).preview(installing: [Self.base, Self.plus])
        let catalog = ProductCatalog.zstack
        let reasons = entitlements.decision(for: .operate(.module(.vmware))).reasons
        let texts =
            reasons.map { catalog.text(of: $0.message) } + entitlements.findings.map { catalog.text(of: $0.message) }
            + preview.warnings.filter { $0.code == .wrongNode }.map(\.message)
        #expect(texts.count == 6)
        for (index, text) in texts.enumerated() {
            let isBase = index.isMultiple(of: 2)
            let quoted = isBase ? ("'NODE-1', 'NODE-2'", "“NODE-1”、“NODE-2”") : ("'NODE-3'", "“NODE-3”")
            #expect(text.english.contains("(\(quoted.0); this node: 'node-a', 'node-b')"))
            #expect(text.simplifiedChinese.contains("（\(quoted.1)；本节点：“node-a”、“node-b”）"))
        }
        let lines = entitlements.explanation().message(in: catalog).english
        #expect(
            lines.contains("License B-1 for the cloud platform is bound to other nodes ('NODE-1', 'NODE-2'; this node:")
        )
    }

    @Test("A message shows at most three nodes of each side and the number of the others")
    func bounds() throws {
        let longest = String(repeating: "n", count: 252)
        let many = (100..<164).map { ClaimString(literal: "\(longest)-\($0)") }
        let catalog = ProductCatalog(product: "photon", name: "Photon")
        let entitlements = Self.entitlements([.base(nodes: many)], on: Set(nodes("a", "b", "c", "d")), catalog: catalog)
        let text = catalog.text(of: try #require(entitlements.findings.first).message)
        #expect(
            text.english.contains(
                "-100', '\(longest)-101', '\(longest)-102' and 61 more; this node: 'a', 'b', 'c' and 1 more)"
            )
        )
        #expect(text.simplifiedChinese.contains("-102”及另外61个；本节点：“a”、“b”、“c”及另外1个）"))
        #expect(text.english.utf8.count < 1_200)
        let german = try catalog.adding(
            [
                "finding.wrong-node": "Gebunden an {nodes}, hier ist {node}.",
                "nodes.more": "{nodes} und {more} weitere",
                "nodes.unknown": "unbekannt",
            ],
            in: "de"
        )
        let finding = LicenseFinding(
            .wrongNode,
            nodes: NodeMismatch(license: nodes("a", "b", "c", "d", "e"), thisNode: [])
        )
        #expect(
            german.text(of: finding.message)["de"] == "Gebunden an 'a', 'b', 'c' und 2 weitere, hier ist unbekannt."
        )
        let partly = try catalog.adding(["finding.wrong-node": "Gebunden an {nodes}."], in: "de")
        #expect(partly.text(of: finding.message)["de"] == "Gebunden an 'a', 'b', 'c' and 2 more.")
    }

    @Test("A node without a known ID is shown as not identified")
    func unknown() throws {
        let finding = try #require(Self.entitlements([Self.plus], on: []).findings.first)
        #expect(finding.nodes == NodeMismatch(license: nodes("NODE-3"), thisNode: []))
        let text = ProductCatalog.zstack.text(of: finding.message)
        #expect(text.english.contains("('NODE-3'; this node: not identified)"))
        #expect(text.simplifiedChinese.contains("（“NODE-3”；本节点：标识未知）"))
    }

    @Test("A message without the nodes says only that the license is bound to other nodes")
    func withoutNodes() {
        let text = ProductCatalog.zstack.text(of: DenialReason(.baseWrongNode, .base, licenseID: "B-1").message)
        #expect(text.english == "License B-1 for the cloud platform is bound to other nodes.")
        #expect(text.simplifiedChinese == "云平台许可证B-1绑定于其他节点。")
    }

    @Test("Reports contain both sides, and decode to equal values")
    func coding() throws {
        let entitlements = Self.entitlements([Self.base])
        let finding = try #require(entitlements.findings.first)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = String(decoding: try encoder.encode(finding), as: UTF8.self)
        #expect(
            json
                == #"{"code":"wrong-node","licenseID":"B-1","nodes":{"license":["NODE-1","NODE-2"],"thisNode":["node-a","node-b"]}}"#
        )
        func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
            try JSONDecoder().decode(Value.self, from: try JSONEncoder().encode(value))
        }
        #expect(try roundTrip(finding) == finding)
        let reasons = entitlements.decision(for: .operate(.base)).reasons
        #expect(try roundTrip(reasons) == reasons)
        let preview = Self.entitlements([]).preview(installing: [Self.base])
        #expect(try roundTrip(preview.warnings) == preview.warnings)
        let explanation = entitlements.explanation()
        #expect(try roundTrip(explanation) == explanation)
    }

    @Test(
        "A mismatch is decoded only if the license is bound to other nodes than this one",
        arguments: [
            (#"{"license":["a"],"thisNode":["b"]}"#, true), (#"{"license":["a","b"],"thisNode":[]}"#, true),
            (#"{"license":["a","b"],"thisNode":["c","b"]}"#, false), (#"{"license":[],"thisNode":["b"]}"#, false),
            (#"{"license":["a"]}"#, false), (#"{"thisNode":["a"]}"#, false),
            (#"{"license":"a","thisNode":["b"]}"#, false),
            (#"{"license":["a\n"],"thisNode":["b"]}"#, false), (#"{"license":["a"],"thisNode":["\u202e"]}"#, false),
            (#"{"license":["a",1],"thisNode":["b"]}"#, false), ("null", false),
        ]
    )
    func decoding(json: String, isValid: Bool) {
        let data = Data("[\(json)]".utf8)
        #expect(((try? JSONDecoder().decode([NodeMismatch].self, from: data)) != nil) == isValid)
    }

    @Test("Findings about one ID are ordered by nodes, and changes of nodes are reported")
    func order() {
        let licenses: [License] = [
            .base("B", nodes: nodes("n")), .base("B", nodes: nodes("m", "z")), .base("B", nodes: nodes("m")),
        ]
        for order in licenses.permutations {
            let findings = Self.entitlements(order).findings
            #expect(findings.map(\.nodes?.license) == [nodes("m"), nodes("m", "z"), nodes("n")])
        }
        let preview = Self.entitlements([licenses[0]]).preview(installing: [licenses[1]])
        #expect(
            preview.changes.filter { $0.aspect == .finding }.map(\.after?.finding?.nodes?.license) == [nodes("m", "z")]
        )
    }
}
