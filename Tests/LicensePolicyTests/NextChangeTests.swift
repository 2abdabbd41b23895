import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("The next change of an evaluation")
struct NextChangeTests {
    @Test(
        "The next change is the next start, end, reminder or end of a finding",
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
        "The next change is nil after the last change",
        arguments: [[], [License.base(until: nil)], [.base(until: .days(-1))], [.base(until: .days(-4), graceDays: 4)]]
    )
    func none(_ licenses: [License]) {
        #expect(Entitlements(licenses, at: .now).nextChange() == nil)
    }

    @Test("The reminder of consecutive licenses depends on the end of the last one")
    func reminderOfCoverage() {
        let licenses: [License] = [.base(until: .days(30)), .base("B-2", from: .days(30), until: .days(35))]
        #expect(Entitlements(licenses, at: .now + .days(17)).nextChange() == .now + (.days(21) + .seconds(1)))
    }

    @Test("The next change can be the latest instant")
    func lastInstant() {
        let end = Span.seconds(LicenseInstant.latest.secondsSince1970 - LicenseInstant.now.secondsSince1970)
        let entitlements = Entitlements(.base(until: end, reminderDays: 1), after: end - .seconds(1))
        #expect(entitlements.nextChange() == .latest)
    }

    @Test("Entitlements at another instant have the statuses of that instant")
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

    @Test("Only the remaining days change before the next change, in random scenarios")
    func holds() {
        PropertyTests.holds(in: RandomScenario.sample) { scenario in
            let entitlements = scenario.entitlements
            let next = entitlements.nextChange()
            let last = next?.advanced(bySeconds: -1) ?? scenario.instant + .days(40_000)
            let middle = (scenario.instant.secondsSince1970 + last.secondsSince1970) / 2
            let expected = Snapshot(entitlements)
            return (next.map { $0 > scenario.instant } ?? true)
                && [last, LicenseInstant(secondsSince1970: middle)]
                    .allSatisfy { instant in
                        Snapshot(Entitlements(scenario.licenses, at: instant, configuration: scenario.configuration))
                            == expected
                    }
        }
    }
}

/// The results of an evaluation, without the instant and the remaining days.
private struct Snapshot: Equatable {
    let states: [SlotState]
    let licenses: [License?]
    let coveredUntil: [LicenseInstant?]
    let findings: [LicenseFinding]
    let reminders: [String]
    let login: LoginDirective
    let decisions: [LicenseDecision]

    init(_ entitlements: Entitlements) {
        let slots = RandomScenario.slots.map { entitlements[$0] }
        self.states = slots.map(\.state)
        self.licenses = slots.map(\.license)
        self.coveredUntil = slots.map(\.coveredUntil)
        self.findings = entitlements.findings
        self.reminders = entitlements.reminders.map(\.id)
        self.login = entitlements.login
        self.decisions = RandomScenario.deniableCapabilities.map(entitlements.decision(for:))
    }
}
