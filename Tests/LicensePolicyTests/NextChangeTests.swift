import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("Until when an evaluation holds")
struct NextChangeTests {
    @Test(
        "The next change is the next start, end, end of grace, reminder or end of a finding",
        arguments: [
            (License.base(from: .days(5)), Span.days(5)),
            (.base(until: .days(3)), .days(3)),
            (.base(until: .days(14)), .seconds(1)),
            (.base(until: .days(15), reminderDays: 10), .days(5) + .seconds(1)),
            (.base(until: .days(-1), graceDays: 3), .days(2)),
            (.base(until: nil, issued: .days(9)), .days(8)),
        ]
    )
    func next(_ license: License, _ expected: Span) {
        #expect(Entitlements(license).nextChange() == .now + expected)
    }

    @Test(
        "After the last change there is none",
        arguments: [[], [License.base(until: nil)], [.base(until: .days(-1))], [.base(until: .days(-4), graceDays: 4)]]
    )
    func none(_ licenses: [License]) {
        #expect(Entitlements(licenses, at: .now).nextChange() == nil)
    }

    @Test("A reminder of licenses that follow one another starts by the end of the last one")
    func reminderOfCoverage() {
        let licenses: [License] = [.base(until: .days(30)), .base("B-2", from: .days(30), until: .days(35))]
        #expect(Entitlements(licenses, at: .now + .days(17)).nextChange() == .now + (.days(21) + .seconds(1)))
    }

    @Test("The last instant may be the next change")
    func lastInstant() {
        let end = Span.seconds(LicenseInstant.latest.secondsSince1970 - LicenseInstant.now.secondsSince1970)
        let entitlements = Entitlements(.base(until: end, reminderDays: 1), after: end - .seconds(1))
        #expect(entitlements.nextChange() == .latest)
    }

    @Test("At another instant the same licenses grant what a new evaluation grants")
    func another() {
        let licenses: [License] = [.base(until: .days(5), graceDays: 3), .plus(.vmware, from: .days(6))]
        let entitlements = Entitlements(licenses, at: .now)
        #expect(entitlements.at(.now + .days(4)).base.status == .valid)
        #expect(entitlements.at(.now + .days(5)).base.status == .grace)
        #expect(entitlements.at(.now + .days(8)).base.status == .expired)
        #expect(entitlements.at(.now + .days(5))[.module(.vmware)].status == .notYetValid)
        #expect(entitlements.at(.now + .days(6))[.module(.vmware)].status == .activated)
        #expect(entitlements.at(.now + .days(6)).instant.description == "2027-01-21T08:00:00Z")
    }

    @Test("Nothing but the days that remain changes before the next change, in random worlds")
    func holds() {
        PropertyTests.holds(in: RandomWorld.fewer) { world in
            let entitlements = world.entitlements
            let next = entitlements.nextChange()
            let last = next?.advanced(bySeconds: -1) ?? world.instant + .days(40_000)
            let middle = (world.instant.secondsSince1970 + last.secondsSince1970) / 2
            let expected = Standing(entitlements)
            return (next.map { $0 > world.instant } ?? true)
                && [last, LicenseInstant(secondsSince1970: middle)]
                    .allSatisfy { instant in
                        Standing(Entitlements(world.licenses, at: instant, configuration: world.configuration))
                            == expected
                    }
        }
    }
}

/// What a product can learn, without the instant and the days that remain.
private struct Standing: Equatable {
    let states: [SlotState]
    let licenses: [License?]
    let coveredUntil: [LicenseInstant?]
    let findings: [LicenseFinding]
    let reminders: [String]
    let login: LoginDirective
    let decisions: [LicenseDecision]

    init(_ entitlements: Entitlements) {
        let standings = RandomWorld.slots.map { entitlements[$0] }
        self.states = standings.map(\.state)
        self.licenses = standings.map(\.license)
        self.coveredUntil = standings.map(\.coveredUntil)
        self.findings = entitlements.findings
        self.reminders = entitlements.reminders.map(\.id)
        self.login = entitlements.login
        self.decisions = RandomWorld.questions.map(entitlements.decision(for:))
    }
}
