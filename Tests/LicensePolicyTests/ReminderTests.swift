import Foundation
import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("Reminders")
struct ReminderTests {
    static func lines(_ entitlements: Entitlements) -> [String] {
        entitlements.reminders.map { "\($0.kind.rawValue) \($0.slot) \($0.daysRemaining)" }
    }

    @Test("Exactly 14 remaining days give no reminder")
    func exactly() {
        #expect(Self.lines(Entitlements(.base(until: .days(14)))) == [])
    }

    @Test(
        "A license has a reminder if less than 14 days remain",
        arguments: [
            (Span.days(14) + .seconds(1), []), (.days(14) - .seconds(1), ["expiring base 14"]),
            (.days(13) + .seconds(1), ["expiring base 14"]), (.days(13), ["expiring base 13"]),
            (.days(1), ["expiring base 1"]), (.seconds(1), ["expiring base 1"]), (.zero, ["expired base 0"]),
            (.days(-400), ["expired base 0"]), (nil, []),
        ] as [(Span?, [String])]
    )
    func window(_ until: Span?, _ expected: [String]) {
        #expect(Self.lines(Entitlements(.base(from: .days(-800), until: until))) == expected)
    }

    @Test(
        "A license's reminderDays takes precedence over the product's reminderDays",
        arguments: [
            (30, 14, Span.days(30), []), (30, 14, .days(30) - .seconds(1), ["expiring base 30"]),
            (1, 14, .days(1), []), (1, 14, .days(1) - .seconds(1), ["expiring base 1"]), (1, 14, .days(13), []),
            (365, 14, .days(365), []), (365, 14, .days(365) - .seconds(1), ["expiring base 365"]),
            (nil, 30, .days(30), []), (nil, 30, .days(30) - .seconds(1), ["expiring base 30"]),
            (7, 30, .days(20), []), (nil, 0, .seconds(1), []),
        ] as [(Int?, Int, Span, [String])]
    )
    func ownWindow(_ own: Int?, _ configured: Int, _ until: Span, _ expected: [String]) {
        let entitlements = Entitlements(
            .base(until: until, reminderDays: own),
            configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .any, reminderDays: configured)
        )
        #expect(Self.lines(entitlements) == expected)
    }

    @Test(
        "The reminder of a renewed license is about the end of the renewal",
        arguments: [
            (Span.days(3), Span.days(40), []), (.days(3) - .seconds(1), .days(40), []),
            (.days(3) + .seconds(1), .days(40), ["expiring base 3"]), (.days(3), nil, []),
            (.days(3), .days(14), []), (.days(3), .days(14) - .seconds(1), ["expiring base 14"]),
            (.days(3), .days(10), ["expiring base 10"]),
        ] as [(Span, Span?, [String])]
    )
    func renewed(_ start: Span, _ until: Span?, _ expected: [String]) {
        let entitlements = Entitlements(
            .base("B-1", until: .days(3)),
            .base("B-2", from: start, until: until, issued: .days(-200))
        )
        #expect(Self.lines(entitlements) == expected)
    }

    @Test("The effective license's reminderDays is used, not the renewal's")
    func windowOfEffective() {
        let entitlements = Entitlements(
            .base("B-1", until: .days(3), reminderDays: 2),
            .base("B-2", from: .days(3), until: .days(10), issued: .days(-200), reminderDays: 365)
        )
        #expect(Self.lines(entitlements) == [])
    }

    @Test("Grace and expired slots have reminders of 0 days, empty and pending ones none")
    func states() {
        #expect(Self.lines(Entitlements(.base(until: .days(-1), graceDays: 5))) == ["grace base 0"])
        #expect(Self.lines(Entitlements(.base(until: .days(-5), graceDays: 5))) == ["expired base 0"])
        #expect(Self.lines(Entitlements(.base(from: .days(1), until: .days(5)))) == [])
        #expect(Self.lines(Entitlements()) == [])
    }

    @Test(
        "A reminder has the days until its date, which in the grace period is its end",
        arguments: [
            (Span.days(3), 0, 3, 3), (.days(-1), 5, 0, 4), (.days(-5) + .seconds(1), 5, 0, 1), (.days(-5), 5, 0, 0),
        ]
    )
    func daysUntilEnd(_ until: Span, _ graceDays: Int, _ remaining: Int, _ untilEnd: Int) throws {
        let entitlements = Entitlements(.base(until: until, graceDays: graceDays == 0 ? nil : graceDays))
        let reminder = try #require(entitlements.reminders.first)
        #expect(reminder.daysRemaining == remaining)
        #expect(reminder.daysUntilEnd == untilEnd)
        let json = try JSONEncoder().encode(reminder)
        #expect(try JSONDecoder().decode(LicenseReminder.self, from: json) == reminder)
    }

    @Test("The base comes first, then the modules by the bytes of their names")
    func order() {
        let entitlements = Entitlements(
            .plus(.vmware, id: "P-1", until: .days(1)),
            .plus("Zebra", id: "P-2", until: .days(2)),
            .plus(.baremetal, id: "P-3", until: .days(-1)),
            .base(until: .days(4)),
            .plus("0", id: "P-4", until: .days(-1), graceDays: 5)
        )
        let expected = ["expiring base 4", "grace 0 0", "expiring Zebra 2", "expired baremetal 0", "expiring vmware 1"]
        #expect(Self.lines(entitlements) == expected)
    }

    @Test("A reminder's id is the same from day to day")
    func stableIDs() {
        let licenses: [License] = [
            .base(until: .days(14)), .plus(.vmware, until: .days(12)), .plus(.baremetal, id: "P-2"),
        ]
        let ids = (1..<12).map { Entitlements(licenses, at: .now + .days($0)).reminders.map(\.id) }
        #expect(ids[0].count == 2)
        #expect(Set(ids).count == 1)
    }

    @Test("A reminder of another kind, slot or license has another id")
    func otherIDs() {
        let evaluations: [Entitlements] = [
            Entitlements(.base("B-1", until: .days(1))),
            Entitlements(.base("B-2", until: .days(1))),
            Entitlements(.base("B-1", until: .days(-1), graceDays: 5)),
            Entitlements(.base("B-1", until: .days(-1))),
            Entitlements(.plus(.vmware, id: "B-1", until: .days(1))),
            Entitlements(.plus(.baremetal, id: "B-1", until: .days(1))),
        ]
        let ids = evaluations.flatMap { $0.reminders.map(\.id) }
        #expect(ids.count == 6)
        #expect(Set(ids).count == 6)
    }
}
