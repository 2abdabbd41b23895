import LicenseTesting
import Licensing

extension Situation {
    /// The product of the page.
    static let catalog = ProductCatalog(
        product: "photon",
        name: "Photon",
        modules: ["replication": "replication"],
        units: ["databases": "databases"],
        editions: ["standard": "Standard"]
    )

    /// Licenses of the product, issued now.
    private static func licensing(
        _ licenses: TestLicense...,
        clock: TestLicenseClock = TestLicenseClock(),
        community: CommunityGrant? = nil,
        build: PolicyConfiguration.Build = .any
    ) throws -> TestLicensing {
        var configuration = PolicyConfiguration.testing(self.catalog)
        configuration.community = community
        configuration.build = build
        return try TestLicensing(licenses, clock: clock, configuration: configuration)
    }

    /// A plus license for replication, with an allowance of databases.
    private static func replication(days: Int = 365, databases: Int = 2) -> TestLicense {
        .plus("replication", days: days).limited(to: ["databases": databases]).id("R-1")
    }

    /// A base license for four databases.
    private static func base(days: Int = 365) -> TestLicense {
        .base(days: days).limited(to: ["databases": 4]).id("B-1")
    }

    static let all = [
        Situation(
            "A license expires",
            [
                .baseStatus, .moduleStatus, .viewCore, .operateCore, .addDatabase, .viewModule, .operateModule, .menu,
                .keepRunningAndRecover, .login,
            ]
        ) {
            [
                Column("both current", try licensing(base(), replication())),
                Column("the module's license expired", try licensing(base(), replication().expired())),
                Column("the base license expired", try licensing(base().expired(), replication())),
            ]
        },
        Situation(
            "A license is in its grace period",
            [.baseStatus, .operateCore, .addDatabase, .keepRunningAndRecover, .baseDays, .reminders, .login]
        ) {
            [
                Column("30 days before the end", try licensing(base(days: 30))),
                Column("10 days before the end", try licensing(base(days: 10))),
                Column("1 day after the end", try licensing(base().inGrace(daysAgo: 1, of: 14))),
                Column("14 days after the end", try licensing(base().expired(daysAgo: 14).graceDays(14))),
            ]
        },
        Situation("The clock is set back", [.trustedTime, .baseStatus, .operateCore, .login, .findings]) {
            let clock = TestLicenseClock()
            let expired = try licensing(base(days: 30), clock: clock)
            clock.advance(days: 31)
            let before = Frozen(expired.gate, clock)
            clock.set(to: clock.now.advanced(byDays: -10))
            let after = Frozen(expired.gate, clock)
            let saved = expired.gate.trustedClock
            clock.restart()
            func restarted(_ saved: TrustedClock) -> LicenseGate {
                LicenseGate(expired.licenses, configuration: expired.configuration, trustedClock: saved, clock: clock)
            }
            return [
                Column("expired for a day", before.gate),
                Column("set back by 10 days", after.gate),
                Column("restarted, with the saved time", restarted(saved)),
                Column("restarted, without it", restarted(.firstStart)),
            ]
        },
        Situation("The clock is ahead", [.trustedTime, .baseStatus, .operateCore, .findings]) {
            let clock = TestLicenseClock()
            let gate = try licensing(base(days: 30), clock: clock)
            let before = Frozen(gate.gate, clock)
            clock.advance(seconds: 600)
            clock.set(to: clock.now.advanced(byDays: 400))
            let ahead = Frozen(gate.gate, clock)
            clock.advance(seconds: 600)
            clock.set(to: clock.now.advanced(byDays: -400))
            return [
                Column("correct", before.gate),
                Column("400 days ahead", ahead.gate),
                Column("corrected after ten minutes", gate),
            ]
        },
        Situation(
            "A second license for the same module",
            [.moduleLicense, .allowance, .moduleDays, .operateModule, .findings]
        ) {
            let first = replication(databases: 5).issued(daysAgo: 100)
            let second = replication(days: 30, databases: 2).id("R-2")
            return [
                Column("R-1", try licensing(base(), first)),
                Column("R-1 and R-2, signed later", try licensing(base(), first, second)),
                Column("R-1, after R-2 is deleted", try licensing(base(), first)),
            ]
        },
        Situation(
            "The base license is expired, and a module's license is not",
            [
                .baseStatus, .moduleStatus, .menu, .viewModule, .operateModule, .addDatabaseToModule,
                .keepRunningAndRecover, .login,
            ]
        ) {
            [
                Column("the base license expired", try licensing(base().expired(), replication())),
                Column("it is renewed", try licensing(base().expired(), base().id("B-2"), replication())),
            ]
        },
        Situation("Two nodes use one license", [.baseStatus, .operateCore, .limit, .findings]) {
            [
                Column("not bound, on each node", try licensing(base())),
                Column("bound to this node", try licensing(base().bound(to: "test-node"))),
                Column("bound to another node", try licensing(base().bound(to: "node-2"))),
                Column("bound to both", try licensing(base().bound(to: "test-node", "node-2"))),
            ]
        },
        Situation(
            "An expired base license is deleted",
            [.baseStatus, .operateCore, .addDatabase, .operateModule, .limit, .login]
        ) {
            let grant = CommunityGrant(limits: ["databases": .count(2)])
            return [
                Column("expired", try licensing(base().expired(), replication())),
                Column("deleted", try licensing(replication())),
                Column("deleted, with a free tier of 2 databases", try licensing(replication(), community: grant)),
            ]
        },
        Situation("A renewal is installed early", [.baseLicense, .limit, .baseDays, .reminders, .login]) {
            let old = base().issued(daysAgo: 355)
            let renewal = TestLicense.base().limited(to: ["databases": 8]).id("B-2")
            return [
                Column("B-1", try licensing(old)),
                Column("and B-2, which starts when B-1 ends", try licensing(old, renewal.pending(days: 10))),
                Column("and B-2, which starts a day later", try licensing(old, renewal.pending(days: 11))),
                Column("and B-2, which starts now", try licensing(old, renewal)),
            ]
        },
        Situation(
            "A limit falls below what is in use",
            [.limit, .overage, .operateCore, .addDatabase, .keepRunningAndRecover, .findings]
        ) {
            let smaller = TestLicense.base().limited(to: ["databases": 2]).id("B-2")
            return [
                Column("B-1, with 3 databases", try licensing(base().issued(daysAgo: 1)), databases: 3),
                Column("B-2 replaces it", try licensing(base().issued(daysAgo: 1), smaller), databases: 3),
                Column(
                    "2 databases are removed",
                    try licensing(base().issued(daysAgo: 1), smaller),
                    databases: 1
                ),
            ]
        },
        Situation(
            "There is no license",
            [
                .baseStatus, .moduleStatus, .menu, .viewCore, .operateCore, .addDatabase, .viewModule, .limit,
                .keepRunningAndRecover, .reminders, .login,
            ]
        ) {
            let grant = CommunityGrant(limits: ["databases": .count(2)])
            return [
                Column("without a free tier", try licensing()),
                Column("with a free tier of 2 databases", try licensing(community: grant)),
            ]
        },
        Situation("The product is updated beyond a license", [.baseStatus, .operateCore, .findings]) {
            let license = base().issued(daysAgo: 9).updatesUntil(TestLicenseClock.start.advanced(byDays: -2))
            let earlier = TestLicenseClock.start.advanced(byDays: -3)
            let later = TestLicenseClock.start.advanced(byDays: -1)
            return [
                Column("a build that it covers", try licensing(license, build: .made(at: earlier))),
                Column("a later build", try licensing(license, build: .made(at: later))),
            ]
        },
    ]
}

/// A gate that shows what another one shows now, whatever happens to the clock later.
private struct Frozen {
    let gate: LicenseGate

    init(_ gate: LicenseGate, _ clock: TestLicenseClock) {
        let trusted = gate.trustedClock
        self.gate = LicenseGate(
            gate.licenses,
            configuration: gate.configuration,
            trustedClock: trusted,
            clock: StoppedClock(reading: clock.read())
        )
    }

    private struct StoppedClock: LicenseClock {
        let reading: ClockReading

        func read() -> ClockReading { self.reading }
    }
}
