import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing
import ZStackLicensing

/// The whole way: licenses that were signed, verified and evaluated, and a clock that moves on.
@Suite("From a text to an answer")
struct FromTextToAnswerTests {
    @Test("A base license of 30 days with 5 days of grace, day by day")
    func lifeOfABaseLicense() throws {
        let world = try TestLicensing(
            .base(days: 30).granting(graceDays: 5).pending(days: 2),
            configuration: .testing(.zstack)
        )
        let days: [(day: Int, status: LicenseStatus, login: LoginDirective, mayAdd: Bool)] = [
            (0, .notYetValid, .proceed, false), (1, .notYetValid, .proceed, false), (2, .valid, .proceed, true),
            (18, .valid, .proceed, true), (19, .valid, .remind, true), (31, .valid, .remind, true),
            (32, .grace, .remind, true), (36, .grace, .remind, true), (37, .expired, .redirect, false),
            (400, .expired, .redirect, false),
        ]
        for (day, status, login, mayAdd) in days {
            world.clock.set(to: TestLicenseClock.start)
            world.clock.advance(days: day)
            let entitlements = world.entitlements
            #expect(entitlements.base.status == status, "day \(day)")
            #expect(entitlements.login == login, "day \(day)")
            #expect(entitlements.decision(for: .operate(.base)).isAllowed == mayAdd, "day \(day)")
            #expect(entitlements.decision(for: LicenseCapability(.keepRunning, .base)).isAllowed, "day \(day)")
            #expect(entitlements.decision(for: LicenseCapability(.recover, .base)).isAllowed, "day \(day)")
        }
    }

    @Test("The second at which a license ends")
    func end() throws {
        let world = try TestLicensing(.base(days: 1), configuration: .testing(.zstack))
        world.clock.advance(seconds: 86_399)
        #expect(world.entitlements.base.status == .valid)
        #expect(world.entitlements.base.licenseDaysRemaining == 1)
        world.clock.advance(seconds: 1)
        #expect(world.entitlements.base.status == .expired)
        #expect(world.entitlements.base.licenseDaysRemaining == 0)
    }

    @Test("Modules in each state, with their words and menus")
    func modules() throws {
        let world = try TestLicensing(
            .base(),
            .plus(.vmware),
            .plus(.baremetal).expired(),
            .plus(.disasterRecovery).inGrace(),
            .plus(.projectManagement).pending(),
            configuration: .testing(.zstack)
        )
        let standings = world.entitlements.modules
        #expect(
            standings.map(\.slot) == [
                .module(.baremetal), .module(.disasterRecovery), .module(.projectManagement), .module(.vmware),
            ]
        )
        #expect(standings.map(\.status) == [.expired, .grace, .notYetValid, .activated])
        #expect(standings.map(\.menu) == [.forbidden, .shown, .hidden, .shown])
    }

    @Test("A renewal that is uploaded in time ends the reminder")
    func renewal() throws {
        let world = try TestLicensing(.base(days: 10), configuration: .testing(.zstack))
        #expect(world.entitlements.reminders.map(\.daysRemaining) == [10])
        let renewal = try world.verifier.verify(contents: try world.file(for: .base(days: 365)))
        let both = Entitlements(world.licenses + renewal.licenses, at: world.clock.now)
        #expect(both.reminders.isEmpty)
        #expect(both.login == .proceed)
    }

    @Test("A module's own hosts are taken from its allowance first")
    func quotas() throws {
        let world = try TestLicensing(
            .base().limited(to: [.hosts: 5]),
            .plus(.vmware, days: 10).limited(to: [.hosts: 3]),
            configuration: .testing(.zstack)
        )
        let usage = LicenseUsage(total: [.hosts: 8], modules: [.vmware: [.hosts: 4]])
        let quota = try #require(world.entitlements.quotas(given: usage).first)
        #expect(quota.counted == 5)
        #expect(quota.available == .count(0))
        world.clock.advance(days: 10)
        let later = try #require(world.entitlements.quotas(given: usage).first)
        #expect(later.counted == 8)
        #expect(later.over == 3)
    }

    @Test("A file that is refused says why in both languages, whatever the reason", arguments: ErrorMessageTests.codes)
    func refused(code: LicenseError.Code) throws {
        let world = try TestLicensing(.base(), configuration: .testing(.zstack))
        let file = try world.file(refusedWith: code)
        let nodes = try #require(world.configuration.node.value)
        var errors: [LicenseError] = []
        do throws(LicenseError) {
            errors = try world.verifier.verify(contents: file).licenses
                .compactMap { $0.wrongNodeError(on: .only(nodes)) }
        } catch {
            errors = [error]
        }
        #expect(errors.map(\.code) == [code])
        for error in errors {
            expectBothLanguages(error.message)
        }
    }
}
