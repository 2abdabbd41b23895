import LicenseIssuing
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

@Suite("The problems of a draft")
struct DraftProblemTests {
    @Test("Each invalid member of a draft is reported, and the draft is not signed", arguments: InvalidDraft.all)
    func invalid(draft: InvalidDraft) throws {
        #expect(draft.draft.problems(signedAt: draft.instant, for: Samples.catalog).map(\.member) == draft.members)

        let issuer = try Samples.issuer()
        let error = #expect(throws: IssuingError.self) { try issuer.issue(draft.draft, at: draft.instant) }
        #expect(error?.code == .invalidDraft)
        #expect(error?.problems.map(\.member) == draft.members)
        for member in draft.members {
            #expect(error?.message.contains("'\(member)'") ?? false)
        }
    }

    @Test("There are at least 80 invalid drafts, each with a unique name")
    func count() {
        #expect(InvalidDraft.all.count >= 80)
        #expect(Set(InvalidDraft.all.map(\.name)).count == InvalidDraft.all.count)
    }

    @Test("A problem's description has the member, the value and the valid values")
    func descriptions() {
        var draft = Samples.base
        draft.scope = .base(edition: "enterprize", limits: [.hosts: .count(-1)])
        draft.graceDays = 400
        #expect(
            draft.problems(signedAt: Samples.now, for: Samples.catalog).map(\.description) == [
                "'license.edition' names the edition 'enterprize', which is not defined (known: enterprise, hybrid)",
                "'license.limits.hosts' is -1; it must be from 0 to 9007199254740991",
                "'license.graceDays' is 400; it must be from 1 to 365",
            ]
        )
    }

    @Test("A draft with values at the ends of their ranges is issued")
    func bounds() throws {
        var draft = Samples.base
        draft.scope = .base(
            edition: .hybrid,
            limits: [.hosts: .count(0), .cpus: .count(9_007_199_254_740_991), .vms: .unlimited],
            bundling: [.baremetal, .vmware]
        )
        draft.start = .at(LicenseInstant(secondsSince1970: 0))
        draft.term = .until(LicenseInstant(secondsSince1970: 1))
        draft.features = .only(Set((0..<1_024).compactMap { License.Feature(rawValue: "f\($0)") }))
        draft.nodes = .only((0..<64).map { ClaimString(literal: "node-\($0)") })
        draft.sequence = 9_007_199_254_740_991
        draft.reminderDays = 365
        draft.graceDays = 1
        draft.updates = .until(.latest)
        draft.critical = Set(LicenseDraft.Member.known)

        let license = try Samples.issuer().issue(draft, at: Samples.now).license
        #expect(license.limits == [.hosts: .count(0), .cpus: .count(9_007_199_254_740_991), .vms: .unlimited])
        #expect(license.features?.count == 1_024)
        #expect(license.nodes?.count == 64)
        #expect(license.notBefore == LicenseInstant(secondsSince1970: 0))
        #expect(license.expiresAt == LicenseInstant(secondsSince1970: 1))
    }

    @Test("An unknown name is accepted if the draft allows unknown names")
    func unknownNames() throws {
        var draft = Samples.plus
        draft.scope = .plus(["quantum"], limits: ["qubits": .count(8)])
        draft.type = "Lease"
        #expect(draft.problems(signedAt: Samples.now, for: Samples.catalog).count == 3)
        draft.allowsUnknownNames = true

        let license = try Samples.issuer().issue(draft, at: Samples.now).license
        #expect(license.modules == ["quantum"])
        #expect(license.limits == ["qubits": .count(8)])
        #expect(license.type == "Lease")
    }

    @Test("A term is in days of 86,400 seconds, and can end with the year 9999")
    func days() throws {
        var draft = Samples.base
        draft.start = .at(LicenseInstant(secondsSince1970: 253_402_300_799 - 86_400))
        draft.term = .days(1)
        let license = try Samples.issuer().issue(draft, at: Samples.now).license
        #expect(license.expiresAt == .latest)
        #expect(license.issuedAt == Samples.now)
    }

    @Test("Random license ids have 25 characters and are unique")
    func ids() {
        let ids = Set((0..<1_000).map { _ in LicenseID.random() })
        #expect(ids.count == 1_000)
        #expect(ids.allSatisfy { $0.rawValue.utf8.count == 25 })
    }
}
