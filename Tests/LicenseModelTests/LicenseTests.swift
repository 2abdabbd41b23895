import Foundation
import LicenseModel
import Testing
import ZStackLicensing

@Suite("License values")
struct LicenseTests {
    static func license(
        category: LicenseCategory = .base,
        expiresAt: Int64? = 1_800_000_000,
        graceDays: Int? = nil,
        nodes: [String]? = nil,
        digest: UInt8 = 7
    ) throws -> License {
        let fields = License.Fields(
            id: "L-1",
            issuer: try ClaimString("Secret Issuer"),
            product: "cloud",
            licensee: try ClaimString("secret@example.com"),
            organization: try ClaimString("Secret Organization"),
            issuedAt: LicenseInstant(secondsSince1970: 1_700_000_000),
            expiresAt: expiresAt.map(LicenseInstant.init(secondsSince1970:)),
            category: category,
            edition: .enterprise,
            type: .paid,
            limits: [.hosts: .count(5)],
            nodes: try nodes?.map { try ClaimString($0) },
            graceDays: graceDays,
            algorithm: .ed25519,
            keyID: "k",
            environment: .test,
            payloadDigest: PayloadDigest([UInt8](repeating: digest, count: 32))
        )
        return License(fields)
    }

    @Test(
        "The grace period lasts whole days, and ends with the year 9999 at the latest",
        arguments: [
            (1_800_000_000, nil, nil), (nil, 7, nil), (nil, nil, nil), (1_800_000_000, 1, 1_800_086_400),
            (1_800_000_000, 7, 1_800_604_800), (1_800_000_000, 365, 1_831_536_000),
            (253_402_300_799, 1, 253_402_300_799), (253_402_214_400, 1, 253_402_300_799),
            (253_402_214_399, 1, 253_402_300_799), (253_402_214_398, 1, 253_402_300_798),
        ] as [(Int64?, Int?, Int64?)]
    )
    func grace(_ expiresAt: Int64?, _ graceDays: Int?, _ expected: Int64?) throws {
        let license = try Self.license(expiresAt: expiresAt, graceDays: graceDays)
        #expect(license.graceUntil?.secondsSince1970 == expected)
    }

    @Test("A license's description has only its category and id")
    func text() throws {
        let base = try Self.license()
        #expect(base.description == "License(base, id: L-1)")
        #expect(String(describing: base) == "License(base, id: L-1)")
        #expect(String(reflecting: base) == "License(base, id: L-1)")
        #expect("\(try Self.license(category: .plus))" == "License(plus, id: L-1)")
    }

    @Test("Licenses with the same id and different contents are not equal")
    func equality() throws {
        #expect(try Self.license() == Self.license())
        #expect(try Self.license() != Self.license(expiresAt: 1_800_000_001))
        #expect(try Self.license() != Self.license(digest: 8))
    }

    @Test("The categories are base and plus")
    func categories() {
        #expect([LicenseCategory.base, .plus].map(\.rawValue) == ["base", "plus"])
    }

    @Test("A digest's description is its bytes in lowercase hexadecimal")
    func digestText() {
        let digest = PayloadDigest([0x00, 0x01, 0x0F, 0x10, 0xA5, 0xFF] + (0x20..<0x3A))
        #expect(digest.description == "00010f10a5ff202122232425262728292a2b2c2d2e2f30313233343536373839")
        #expect(digest.bytes == [0x00, 0x01, 0x0F, 0x10, 0xA5, 0xFF] + (0x20..<0x3A))
    }

    @Test("Digests are ordered by their bytes")
    func digestOrder() {
        /// Returns a digest that is zero except for its first byte, a byte in the middle, and its last byte.
        func digest(_ first: UInt8, _ middle: UInt8, _ last: UInt8) -> PayloadDigest {
            let zeros = [UInt8](repeating: 0, count: 15)
            return PayloadDigest([first] + zeros.dropLast() + [middle] + zeros + [last])
        }
        let ordered = [
            digest(0, 0xFF, 0), digest(0x7F, 0xFF, 0xFF), digest(0x80, 0, 0), digest(0x80, 0, 1), digest(0x80, 1, 0),
        ]
        #expect(ordered.map(\.bytes.count) == [32, 32, 32, 32, 32])
        #expect(ordered.reversed().sorted(by: <) == ordered)
        #expect(Set(ordered).count == 5)
        #expect(digest(1, 2, 3) == digest(1, 2, 3))
        #expect(digest(1, 2, 3) != digest(1, 2, 4))
    }

    @Test("A digest is a hexadecimal string in JSON")
    func digestCoding() throws {
        let digest = PayloadDigest((0..<32).map { 8 * $0 })
        let data = try JSONEncoder().encode([digest])
        #expect(String(decoding: data, as: UTF8.self) == "[\"\(digest)\"]")
        #expect(try JSONDecoder().decode([PayloadDigest].self, from: data) == [digest])
    }

    @Test(
        "An invalid digest is not decoded",
        arguments: [
            "", "00", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
            String(repeating: "A", count: 64), String(repeating: "g", count: 64), String(repeating: "é", count: 32),
        ]
    )
    func invalidDigest(_ text: String) throws {
        let data = try JSONEncoder().encode([text])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([PayloadDigest].self, from: data) }
    }

    @Test(
        "A license is usable on the nodes that it lists, or on any node if it lists none",
        arguments: [
            (nil, ["a"], true), (nil, [], true), (["a"], ["a"], true), (["a", "b"], ["c", "b"], true),
            (["a"], ["b"], false),
            (["a"], [], false), (["\u{E9}"], ["e\u{301}"], false),
        ] as [([String]?, [String], Bool)]
    )
    func nodes(_ listed: [String]?, _ nodes: [String], _ isUsable: Bool) throws {
        let license = try Self.license(nodes: listed)
        let nodes = Set(try nodes.map { try ClaimString($0) })
        #expect(license.isUsable(on: .only(nodes)) == isUsable)
        #expect((license.wrongNodeError(on: .only(nodes)) == nil) == isUsable)
    }

    @Test("The error for a wrong node names at most three nodes of each side")
    func wrongNode() throws {
        let license = try Self.license(nodes: ["a", "b", "c", "d", "e"])
        let error = try #require(license.wrongNodeError(on: .only([try ClaimString("x"), try ClaimString("y")])))
        #expect(error.code == .wrongNode)
        #expect(error.member == "license.nodes")
        #expect(error.licenseID == "L-1")
        #expect(
            error.message.english
                == "The license is bound to 'a', 'b', 'c' and 2 more, but this node is 'x', 'y'. If this node has no"
                + " other license, ask the vendor for one for this node."
        )
        #expect(
            error.message.simplifiedChinese
                == "该许可证绑定于其他节点（“a”、“b”、“c”及另外2个；本节点：“x”、“y”）。如本节点没有其他许可证，请联系供应商获取适用于本节点的许可证。"
        )
        let quoted = try Self.license(nodes: ["{contact}", "x', and 'y", "\\"])
            .wrongNodeError(on: .only([try ClaimString("z")]))
        #expect(
            quoted?.message.english
                .hasPrefix(
                    #"The license is bound to '{contact}', 'x\', and \'y', '\\', but this node is 'z'."#
                ) == true
        )
        let chinese = try Self.license(nodes: ["“a”", "'", #"\"#]).wrongNodeError(on: .only([try ClaimString("z")]))?
            .message
        #expect(chinese?.simplifiedChinese.contains(#"（““a\””、“'”、“\\”；本节点：“z”）"#) == true)
        #expect(license.wrongNodeError(on: .only([]))?.message.simplifiedChinese.contains("本节点：标识未知）") == true)
        #expect(license.wrongNodeError(on: .only([]))?.message.english.contains("this node is not identified.") == true)
    }
}
