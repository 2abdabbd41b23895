import LicenseIssuing
import LicenseTesting
import Licensing
import Testing

/// What `Documentation/Issuing.md` says about trials, renewals and leaked licenses.
@Suite("The guide to issuing")
struct IssuingGuideTests {
    private static let start = TestLicenseClock.start
    private static let configuration = PolicyConfiguration.testing(Situation.catalog)
    private static let operate = LicenseCapability.operate(.base)

    private let issuer: LicenseIssuer
    private let verifier: LicenseVerifier

    init() throws {
        let key = try SigningKey.generate(
            .ed25519,
            id: "2026-a",
            conditions: KeyConditions(issuer: .any, validity: .always)
        )
        self.issuer = LicenseIssuer(
            key: key,
            issuer: try ClaimString("https://vendor.example"),
            catalog: Situation.catalog
        )
        self.verifier = LicenseVerifier(trusting: try TrustedKeys([key.trustedKey]), catalog: Situation.catalog)
    }

    /// Issues a base license for the nodes, by default for any.
    private func base(
        _ id: LicenseID,
        type: LicenseType = .paid,
        databases: Int = 4,
        days: Int = 365,
        bundling modules: [License.Module] = [],
        from start: LicenseInstant? = nil,
        signedAt instant: LicenseInstant = IssuingGuideTests.start,
        change: (inout LicenseDraft) throws -> Void = { _ in }
    ) throws -> [License] {
        var draft = LicenseDraft(
            for: try ClaimString("Example GmbH"),
            .base(edition: "standard", limits: ["databases": .count(databases)], bundling: modules),
            type: type,
            term: .days(days),
            start: start.map { .at($0) } ?? .whenSigned,
            id: id
        )
        try change(&draft)
        return try self.verifier.verify(contents: try self.issuer.issue(draft, at: instant).armored).licenses
    }

    private func entitlements(_ licenses: [License], after seconds: Int64 = 0) -> Entitlements {
        Entitlements(licenses, at: Self.start.advanced(bySeconds: seconds), configuration: Self.configuration)
    }

    @Test("The type of a license changes no decision", arguments: [LicenseType.paid, .trial, .trialExt, .free])
    func type(_ type: LicenseType) throws {
        let licenses = try self.base("T-1", type: type, days: 30)
        for seconds in [0, 30 * 86_400 - 1, 30 * 86_400] as [Int64] {
            let paid = self.entitlements(try self.base("T-1", days: 30), after: seconds)
            let other = self.entitlements(licenses, after: seconds)
            #expect(other.base.status == paid.base.status && other.login == paid.login)
            #expect(other.decision(for: Self.operate).reasons == paid.decision(for: Self.operate).reasons)
            #expect(other.limit(of: "databases") == paid.limit(of: "databases"))
        }
    }

    @Test("A paid license replaces a trial at once, and adds nothing of it")
    func trial() throws {
        let trial = try self.base("T-1", type: .trial, databases: 10, days: 30)
        let paid = try self.base("B-1", databases: 4, signedAt: Self.start.advanced(bySeconds: 60))
        let state = self.entitlements(trial + paid, after: 60)
        #expect(state.base.license?.id == "B-1")
        #expect(state.limit(of: "databases") == .count(4))
        #expect(state.base.daysCovered == 365)
    }

    @Test("A replaced trial keeps its modules until it ends or is deleted")
    func trialModules() throws {
        let trial = try self.base("T-1", type: .trial, days: 30, bundling: ["replication"])
        let paid = try self.base("B-1", signedAt: Self.start.advanced(bySeconds: 60))
        let replicate = LicenseCapability.operate(.module("replication"))
        func decision(_ licenses: [License], after seconds: Int64) -> [DenialReason.Code] {
            self.entitlements(licenses, after: seconds).decision(for: replicate).reasons.map(\.code)
        }
        #expect(decision(trial + paid, after: 60).isEmpty)
        #expect(decision(trial + paid, after: 30 * 86_400) == [.moduleExpired])
        #expect(self.entitlements(trial + paid, after: 30 * 86_400).login == .redirect)
        #expect(decision(paid, after: 60) == [.moduleNotActivated])
    }

    @Test("A renewal that starts at the end leaves no gap, and one a second later does")
    func renewal() throws {
        let old = try self.base("B-1", days: 10)
        let end = Self.start.advanced(byDays: 10)
        let seamless = old + (try self.base("B-2", from: end))
        #expect(self.entitlements(seamless).base.license?.id == "B-1")
        #expect(self.entitlements(seamless).base.daysCovered == 375)
        #expect(self.entitlements(seamless).reminders.isEmpty)
        #expect(self.entitlements(seamless, after: 10 * 86_400).base.license?.id == "B-2")

        let gap = old + (try self.base("B-2", from: end.advanced(bySeconds: 1)))
        #expect(self.entitlements(gap).base.daysCovered == 10)
        #expect(self.entitlements(gap).reminders.map(\.kind) == [.expiring])
        #expect(self.entitlements(gap, after: 10 * 86_400).base.status == .expired)
        #expect(self.entitlements(gap, after: 10 * 86_400 + 1).base.status == .valid)
    }

    @Test("A leaked license counts elsewhere until its end or its last build")
    func leak() throws {
        let leaked = try self.base("B-1") { $0.updates = .until(Self.start.advanced(byDays: 30)) }
        let replacement = try self.base("B-2") { $0.nodes = .only([TestLicensing.node]) }
        var elsewhere = Self.configuration
        elsewhere.node = .only([try ClaimString("node-2")])
        func decision(_ licenses: [License], days: Int = 0) -> [DenialReason.Code] {
            Entitlements(licenses, at: Self.start.advanced(byDays: days), configuration: elsewhere)
                .decision(for: Self.operate).reasons.map(\.code)
        }
        #expect(decision(replacement) == [.baseWrongNode])
        #expect(decision(leaked).isEmpty)
        #expect(decision(leaked, days: 365) == [.baseExpired])
        elsewhere.build = .made(at: Self.start.advanced(byDays: 31))
        #expect(decision(leaked) == [.baseBuildNotCovered])
    }
}
