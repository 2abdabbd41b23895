import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Changes between two reports")
struct EntitlementChangeTests {
    private static let vmware = LicenseSlot.module(.vmware)

    /// Returns the changes from the report of one evaluation to the report of another.
    private static func changes(
        from old: Entitlements,
        to new: Entitlements,
        given usage: LicenseUsage = .zero
    ) -> [EntitlementChange] {
        old.report(given: usage).changes(to: new.report(given: usage))
    }

    /// Changes that include each aspect at least once.
    static let all = changes(
        from: Entitlements(.base("B-1", limits: [.hosts: .count(100), .cpus: .count(4)])),
        to: Entitlements(
            .base(
                "B-2",
                until: .days(10),
                edition: .hybrid,
                limits: [.hosts: .count(10), .vms: .unlimited],
                features: ["clone", "backup"]
            ),
            .plus(.vmware, until: .days(-1), licensee: ClaimString(literal: "another"))
        ),
        given: LicenseUsage(total: [.hosts: 25])
    )

    private static func change(_ aspect: EntitlementChange.Aspect, _ slot: LicenseSlot? = nil, unit: LimitUnit? = nil)
        throws -> EntitlementChange
    {
        try #require(Self.all.first { $0.aspect == aspect && $0.slot == slot && $0.unit == unit })
    }

    private static func json(_ change: EntitlementChange) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(change), as: UTF8.self)
    }

    private static func decode(_ json: String) throws -> EntitlementChange {
        try JSONDecoder().decode(EntitlementChange.self, from: Data(json.utf8))
    }

    // MARK: Values

    @Test("The changes of these tests include every aspect")
    func complete() {
        #expect(Set(Self.all.map(\.aspect)) == Set(EntitlementChange.Aspect.known))
    }

    /// Returns the number of typed accessors that return a value: 1 for each value, 0 for `nil`.
    private static func kindCount(_ value: EntitlementChange.Value?) -> Int {
        [
            value?.text != nil, value?.names != nil, value?.limit != nil, value?.instant != nil, value?.quota != nil,
            value?.finding != nil,
        ]
        .filter(\.self).count
    }

    @Test("A value has exactly one kind, which follows from its aspect")
    func kinds() throws {
        for change in Self.all {
            #expect(Self.kindCount(change.before) == (change.before == nil ? 0 : 1), "\(change)")
            #expect(Self.kindCount(change.after) == (change.after == nil ? 0 : 1), "\(change)")
            #expect(change.before != nil || change.after != nil, "\(change)")
        }
        #expect(try Self.change(.status, Self.vmware).before?.text == "notActivated")
        #expect(try Self.change(.status, Self.vmware).after?.text == "expired")
        #expect(try Self.change(.menu, Self.vmware).after?.text == "forbidden")
        #expect(try Self.change(.license, .base).after?.text == "B-2")
        #expect(try Self.change(.license, Self.vmware).before == nil)
        #expect(try Self.change(.features, .base).before?.text == "all")
        #expect(try Self.change(.features, .base).after?.names == ["backup", "clone"])
        #expect(try Self.change(.coveredUntil, .base).after?.instant == .now + .days(10))
        #expect(try Self.change(.view, Self.vmware).before?.names == ["module-not-activated"])
        #expect(try Self.change(.view, Self.vmware).after?.names == ["module-expired"])
        #expect(try Self.change(.reminder, .base).after?.text == "expiring:base:B-2")
        #expect(try Self.change(.quota, unit: .hosts).before?.quota?.licensed == .count(100))
        #expect(try Self.change(.quota, unit: .hosts).after?.quota?.overage == 15)
        #expect(try Self.change(.login).after?.text == "redirect")
        #expect(try Self.change(.finding).after?.finding == LicenseFinding(.licenseeDiffers, licenseID: "P-1"))
        #expect(try Self.change(.finding).before == nil)
    }

    @Test("Edition changes name the base, limit and quota changes name their unit")
    func editionsAndLimits() throws {
        let editions = Self.all.filter { $0.aspect == .edition }
        #expect(editions.map(\.slot) == [.base])
        #expect(editions.map(\.before?.text) == ["enterprise"])
        #expect(editions.map(\.after?.text) == ["hybrid"])
        #expect(editions.map(\.unit) == [nil])

        let limits = Self.all.filter { $0.aspect == .limit }
        #expect(limits.map(\.slot) == [.base, .base, .base])
        #expect(limits.map(\.unit) == [.cpus, .hosts, .vms])
        #expect(limits.map(\.before?.limit) == [.count(4), .count(100), nil])
        #expect(limits.map(\.after?.limit) == [nil, .count(10), .unlimited])

        let quotas = Self.all.filter { $0.aspect == .quota }
        #expect(quotas.map(\.unit) == [.cpus, .hosts, .vms])
        #expect(quotas.map(\.slot) == [nil, nil, nil])
        #expect(Self.all.filter { $0.unit != nil }.count == 6)
    }

    @Test("Edition and limits come between a slot's license and its features")
    func order() {
        let base = Self.all.filter { $0.slot == .base }.map(\.aspect)
        #expect(base == [.license, .edition, .limit, .limit, .limit, .features, .coveredUntil, .reminder])
        let ranks = Self.all.map { change in change.slot.map { $0 == .base ? 0 : 1 } ?? 2 }
        #expect(ranks == ranks.sorted())
    }

    @Test("A module has limit changes by unit, and no edition change")
    func moduleLimits() {
        let changes = Self.changes(
            from: Entitlements(.base(), .plus(.vmware, id: "P-1", limits: [.hosts: .count(3)])),
            to: Entitlements(.base(bundles: [.vmware]))
        )
        let vmware = changes.filter { $0.slot == Self.vmware }
        #expect(vmware.map(\.aspect) == [.license, .limit])
        #expect(vmware.last?.unit == .hosts)
        #expect(vmware.last?.before?.limit == .count(3))
        #expect(vmware.last?.after?.limit == .count(100))
    }

    // MARK: JSON

    @Test("A JSON round trip preserves a change")
    func roundTrip() throws {
        for change in Self.all {
            #expect(try Self.decode(Self.json(change)) == change)
        }
    }

    @Test("A value is a JSON string, array, number or object, and omitted if it is nil")
    func shape() throws {
        #expect(
            try Self.json(Self.change(.limit, .base, unit: .hosts))
                == #"{"after":10,"aspect":"limit","before":100,"slot":"base","unit":"hosts"}"#
        )
        #expect(
            try Self.json(Self.change(.limit, .base, unit: .vms))
                == #"{"after":"unlimited","aspect":"limit","slot":"base","unit":"vms"}"#
        )
        #expect(
            try Self.json(Self.change(.features, .base))
                == #"{"after":["backup","clone"],"aspect":"features","before":"all","slot":"base"}"#
        )
        #expect(
            try Self.json(Self.change(.coveredUntil, Self.vmware))
                == #"{"after":"2027-01-14T08:00:00Z","aspect":"coveredUntil","slot":"vmware"}"#
        )
        #expect(
            try Self.json(Self.change(.finding))
                == #"{"after":{"code":"licensee-differs","licenseID":"P-1"},"aspect":"finding"}"#
        )
        #expect(
            try Self.json(Self.change(.quota, unit: .hosts))
                == #"{"after":{"absorbed":0,"available":0,"counted":25,"licensed":10,"over":15,"#
                + #""unit":"hosts","used":25},"aspect":"quota","before":{"absorbed":0,"available":75,"counted":25,"licensed":100,"over":0,"#
                + #""unit":"hosts","used":25},"unit":"hosts"}"#
        )
    }

    @Test(
        "An unknown aspect is preserved, with a string or an array",
        arguments: [
            (#"{"after":"bad","aspect":"health","before":"good","slot":"base"}"#, "health of base: good -> bad"),
            (#"{"after":["a","b"],"aspect":"health","slot":"vmware"}"#, "health of vmware: nothing -> [a, b]"),
            (#"{"aspect":"health","before":[],"unit":"hosts"}"#, "health of hosts: [] -> nothing"),
            (#"{"aspect":"health"}"#, "health: nothing -> nothing"),
        ]
    )
    func unknownAspect(json: String, description: String) throws {
        let change = try Self.decode(json)
        #expect(change.aspect.rawValue == "health")
        #expect(change.description == description)
        #expect(try Self.json(change) == json)
    }

    @Test("A null member is the same as a missing one")
    func nullValue() throws {
        let change = try Self.decode(#"{"aspect":"limit","slot":null,"unit":"hosts","before":null,"after":1}"#)
        #expect(change.before == nil)
        #expect(change.slot == nil)
        #expect(change.after?.limit == .count(1))
    }

    @Test(
        "Decoding fails for a value of the wrong kind or with unprintable text",
        arguments: [
            #"{"aspect":"limit","before":"many"}"#, #"{"aspect":"limit","before":-1}"#,
            #"{"aspect":"limit","before":["1"]}"#, #"{"aspect":"coveredUntil","after":5}"#,
            #"{"aspect":"coveredUntil","after":"today"}"#, #"{"aspect":"quota","after":"none"}"#,
            #"{"aspect":"finding","after":"clock-suspect"}"#, #"{"aspect":"status","after":5}"#,
            #"{"aspect":"status","after":{}}"#, #"{"aspect":"view","after":[1]}"#, #"{"aspect":"health","after":{}}"#,
            #"{"aspect":"health","after":"\u001b[31m"}"#, #"{"aspect":"health","after":["a","\u202e"]}"#,
            #"{"aspect":"he alth","after":"a"}"#, #"{"after":"a"}"#, #"{"aspect":"status","slot":"","after":"a"}"#,
            #"{"aspect":"limit","unit":"a b","after":1}"#, #"{"aspect":"license","after":"L-1\n2026 CRITICAL"}"#,
        ]
    )
    func refused(_ json: String) {
        #expect(throws: DecodingError.self) { try Self.decode(json) }
    }

    // MARK: Description

    @Test("A description has the aspect, the unit, the slot and both values")
    func description() throws {
        #expect("\(try Self.change(.limit, .base, unit: .hosts))" == "limit of hosts of base: 100 -> 10")
        #expect("\(try Self.change(.limit, .base, unit: .cpus))" == "limit of cpus of base: 4 -> nothing")
        #expect("\(try Self.change(.license, Self.vmware))" == "license of vmware: nothing -> P-1")
        #expect(
            "\(try Self.change(.view, Self.vmware))" == "view of vmware: [module-not-activated] -> [module-expired]"
        )
        #expect("\(try Self.change(.edition, .base))" == "edition of base: enterprise -> hybrid")
        #expect(
            "\(try Self.change(.coveredUntil, .base))"
                == "coveredUntil of base: 2027-10-07T08:00:00Z -> 2027-01-25T08:00:00Z"
        )
        #expect("\(try Self.change(.finding))" == "finding: nothing -> licensee-differs P-1")
        #expect("\(try Self.change(.login))" == "login: proceed -> redirect")
        #expect(
            "\(try Self.change(.quota, unit: .hosts))"
                == "quota of hosts: 100 licensed, 25 used, 0 absorbed, 75 available, 0 over -> "
                + "10 licensed, 25 used, 0 absorbed, 0 available, 15 over"
        )
    }
}
