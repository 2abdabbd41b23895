import LicenseCrypto
import LicenseIssuing
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

@Suite("License files for customers")
struct ArmorTests {
    private static func verifier() throws -> LicenseVerifier {
        LicenseVerifier(trusting: try TrustedKeys([try Samples.key(.ed25519).trustedKey]), product: .only("cloud"))
    }

    @Test("The preamble describes the license and states that it is not signed")
    func preamble() throws {
        var draft = Samples.base
        draft.organization = ClaimString(literal: "Example GmbH")
        draft.scope = .base(
            edition: .enterprise,
            limits: [.hosts: .count(10), .cpus: .unlimited],
            bundling: [.vmware, .baremetal]
        )
        let issued = try Samples.issuer().issue(draft, at: Samples.now)
        let lines = issued.armored.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines.prefix(11) == [
                "License L-1 for cloud",
                "Licensee: Müller 有限公司",
                "Organization: Example GmbH",
                "Issuer: https://vendor.example",
                "Covers: the product, edition enterprise, with vmware, baremetal (Paid)",
                "Limits: cpus unlimited, hosts 10",
                "Valid: from 2026-11-24T12:00:00Z until 2027-11-24T12:00:00Z",
                "",
                "The lines above are for your information and are not signed."
                    + " Only the signed text below is valid.",
                "",
                "-----BEGIN LICENSE-----",
            ]
        )
        #expect(lines.suffix(2) == ["-----END LICENSE-----", ""])
        #expect(lines.dropFirst(11).dropLast(2).joined() == issued.token)
        #expect(lines.dropFirst(11).dropLast(2).allSatisfy { $0.utf8.count <= 64 })
        #expect(issued.fileName == "L-1.lic")
        #expect(try Self.verifier().verify(contents: issued.armored).licenses == [issued.license])
    }

    @Test("The preamble of a perpetual plus license has no end and no limits")
    func perpetual() throws {
        var draft = Samples.plus
        draft.term = .perpetual
        let text = try Samples.issuer().issue(draft, at: Samples.now).armored
        #expect(text.contains("\nCovers: vmware (AddOn)\n"))
        #expect(text.contains("\nValid: from 2026-11-24T12:00:00Z without an end date\n"))
        #expect(!text.contains("Limits:"))
    }

    @Test("The preamble has features, nodes, the grace period and updates")
    func details() throws {
        var draft = Samples.base
        draft.features = .only(["snapshot", "clone"])
        draft.nodes = .only((1...20).map { ClaimString(literal: "node-\($0)") })
        draft.graceDays = 1
        draft.updates = .until(LicenseInstant(secondsSince1970: 1_800_000_000))
        let text = try Samples.issuer().issue(draft, at: Samples.now).armored
        #expect(text.contains("\nFeatures: clone, snapshot\nNodes: node-1, node-2, "))
        #expect(text.contains(", node-16, and 4 more\nValid: from 2026-11-24T12:00:00Z until 2027-11-24T12:00:00Z\n"))
        #expect(text.contains("\nGrace period: 1 day, until 2027-11-25T12:00:00Z\n"))
        #expect(text.contains("\nUpdates: builds of the product until 2027-01-15T08:00:00Z\n"))
        draft.features = .only([])
        #expect(try Samples.issuer().issue(draft, at: Samples.now).armored.contains("\nFeatures: none\n"))
    }

    private static let attacks = [
        "-----BEGIN LICENSE-----", "-----END LICENSE-----", "x -----BEGIN LICENSE-----", "----------------------",
        "-----BEGIN LICENSE----- -----END LICENSE-----", "Licensee: Mallory", "-----BEGIN LICENSE-----   ",
        "\u{85B}-----END LICENSE-----", "<b>x</b>", "-----BEGIN LICENSE-----e30.e30.e30-----END LICENSE-----",
    ]

    @Test("A name cannot add an armor line, even if a mail program wraps lines", arguments: attacks)
    func injection(name: String) throws {
        var draft = Samples.base
        draft.licensee = ClaimString(literal: name)
        draft.organization = ClaimString(literal: name)
        draft.nodes = .only([ClaimString(literal: name)])
        let issued = try LicenseIssuer(
            key: try Samples.key(.ed25519),
            issuer: ClaimString(literal: name),
            catalog: Samples.catalog
        )
        .issue(draft, at: Samples.now)
        #expect(issued.license.licensee == ClaimString(literal: name))

        let text = issued.armored
        // A mail program can wrap lines at any space.
        for wrapped in [text, text.replacing(" ", with: "\n"), text.replacing(": ", with: ":\n")] {
            let lines = wrapped.split(separator: "\n")
            let armorLines = lines.filter { $0.hasPrefix("-----") }
            #expect(armorLines.count { $0 == "-----BEGIN LICENSE-----" } <= 1)
        }
        let wrapped = text.replacing(": ", with: ":\n")
        #expect(try Self.verifier().verify(contents: text).licenses == [issued.license])
        #expect(try Self.verifier().verify(contents: wrapped).licenses == [issued.license])
    }

    @Test("A bundle is a single file with several licenses in order")
    func bundle() throws {
        let bundle = try Samples.issuer().issue([Samples.base, Samples.plus], at: Samples.now)
        #expect(bundle.licenses.map(\.license.id) == ["L-1", "L-2"])
        let read = try Self.verifier().verify(contents: bundle.armored).licenses
        #expect(read == bundle.licenses.map(\.license))
        #expect(bundle.armored.hasPrefix("License L-1 for cloud\n"))
        #expect(bundle.armored.contains("\n\nLicense L-2 for cloud\n"))
    }

    @Test("A bundle has 1 to 64 licenses with unique ids, and at most 256 KiB")
    func bundleBounds() throws {
        let issuer = try Samples.issuer()
        func drafts(_ count: Int, _ change: (inout LicenseDraft) -> Void = { _ in }) -> [LicenseDraft] {
            (0..<count)
                .map { number in
                    var draft = Samples.plus
                    draft.id = LicenseID(rawValue: "L-\(number)") ?? draft.id
                    change(&draft)
                    return draft
                }
        }
        let features = Set((0..<600).compactMap { License.Feature(rawValue: "feature-\($0)") })
        #expect(try issuer.issue(drafts(64), at: Samples.now).licenses.count == 64)
        for invalid in [
            [], drafts(65), [Samples.base, Samples.base],
            drafts(40) { $0.features = .only(features) },
        ] {
            let error = #expect(throws: IssuingError.self) { try issuer.issue(invalid, at: Samples.now) }
            #expect(error?.code == .invalidBundle)
        }
        var draft = Samples.plus
        draft.graceDays = 0
        let error = #expect(throws: IssuingError.self) { try issuer.issue([Samples.base, draft], at: Samples.now) }
        #expect(error?.problems.map(\.member) == ["license.graceDays"])
    }
}
