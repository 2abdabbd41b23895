import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing
import ZStackLicensing

/// Signs, verifies and evaluates licenses while a manual clock advances.
@Suite("Licensing from end to end")
struct EndToEndTests {
    @Test("A 30-day license with a 5-day grace period has the right status on each day")
    func lifeOfABaseLicense() throws {
        let licensing = try TestLicensing(
            .base(days: 30).graceDays(5).pending(days: 2),
            configuration: .testing(.zstack)
        )
        let days: [(day: Int, status: LicenseStatus, login: LoginDirective, canOperate: Bool)] = [
            (0, .notYetValid, .proceed, false), (1, .notYetValid, .proceed, false), (2, .valid, .proceed, true),
            (18, .valid, .proceed, true), (19, .valid, .remind, true), (31, .valid, .remind, true),
            (32, .grace, .remind, true), (36, .grace, .remind, true), (37, .expired, .redirect, false),
            (400, .expired, .redirect, false),
        ]
        for (day, status, login, canOperate) in days {
            licensing.clock.set(to: TestLicenseClock.start)
            licensing.clock.advance(days: day)
            let entitlements = licensing.entitlements
            #expect(entitlements.base.status == status, "day \(day)")
            #expect(entitlements.login == login, "day \(day)")
            #expect(entitlements.decision(for: .operate(.base)).isAllowed == canOperate, "day \(day)")
            #expect(entitlements.decision(for: LicenseCapability(.keepRunning, .base)).isAllowed, "day \(day)")
            #expect(entitlements.decision(for: LicenseCapability(.recover, .base)).isAllowed, "day \(day)")
        }
    }

    @Test("A license expires at the exact second of its end")
    func end() throws {
        let licensing = try TestLicensing(.base(days: 1), configuration: .testing(.zstack))
        licensing.clock.advance(seconds: 86_399)
        #expect(licensing.entitlements.base.status == .valid)
        #expect(licensing.entitlements.base.licenseDaysRemaining == 1)
        licensing.clock.advance(seconds: 1)
        #expect(licensing.entitlements.base.status == .expired)
        #expect(licensing.entitlements.base.licenseDaysRemaining == 0)
    }

    @Test("Each module has the status and the menu entry of its license's state")
    func modules() throws {
        let licensing = try TestLicensing(
            .base(),
            .plus(.vmware),
            .plus(.baremetal).expired(),
            .plus(.disasterRecovery).inGrace(),
            .plus(.projectManagement).pending(),
            configuration: .testing(.zstack)
        )
        let modules = licensing.entitlements.modules
        #expect(
            modules.map(\.slot) == [
                .module(.baremetal), .module(.disasterRecovery), .module(.projectManagement), .module(.vmware),
            ]
        )
        #expect(modules.map(\.status) == [.expired, .grace, .notYetValid, .activated])
        #expect(modules.map(\.menu) == [.forbidden, .shown, .hidden, .shown])
    }

    @Test("Importing a renewal in time removes the reminder")
    func renewal() throws {
        let licensing = try TestLicensing(.base(days: 10), configuration: .testing(.zstack))
        #expect(licensing.entitlements.reminders.map(\.daysRemaining) == [10])
        let renewal = try licensing.verifier.verify(contents: try licensing.file(for: .base(days: 365)))
        let both = Entitlements(licensing.licenses + renewal.licenses, at: licensing.clock.now)
        #expect(both.reminders.isEmpty)
        #expect(both.login == .proceed)
    }

    @Test("A module's hosts count against its allowance first")
    func quotas() throws {
        let licensing = try TestLicensing(
            .base().limited(to: [.hosts: 5]),
            .plus(.vmware, days: 10).limited(to: [.hosts: 3]),
            configuration: .testing(.zstack)
        )
        let usage = LicenseUsage(total: [.hosts: 8], modules: [.vmware: [.hosts: 4]])
        let quota = try #require(licensing.entitlements.quotas(given: usage).first)
        #expect(quota.counted == 5)
        #expect(quota.available == .count(0))
        licensing.clock.advance(days: 10)
        let later = try #require(licensing.entitlements.quotas(given: usage).first)
        #expect(later.counted == 8)
        #expect(later.overage == 3)
    }

    @Test("A refused file has an error message in both languages, for every code", arguments: ErrorMessageTests.codes)
    func refused(code: LicenseError.Code) throws {
        let licensing = try TestLicensing(.base(), configuration: .testing(.zstack))
        let file = try licensing.file(refusedWith: code)
        let nodes = try #require(licensing.configuration.node.value)
        var errors: [LicenseError] = []
        do throws(LicenseError) {
            errors = try licensing.verifier.verify(contents: file).licenses
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
