import Foundation
import LicenseIssuing
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing

/// An invalid draft, with the members that are reported as invalid.
struct InvalidDraft: CustomTestStringConvertible, Sendable {
    let name: String
    let members: [String]
    let draft: LicenseDraft
    let instant: LicenseInstant

    var testDescription: String {
        self.name
    }

    private init(
        _ name: String,
        _ members: String...,
        of draft: LicenseDraft = Samples.base,
        at instant: LicenseInstant = Samples.now,
        _ change: (inout LicenseDraft) -> Void = { _ in }
    ) {
        var changed = draft
        change(&changed)
        (self.name, self.members, self.draft, self.instant) = (name, members, changed, instant)
    }

    static let all = times + editionsAndTypes + modules + limits + otherMembers

    private static func second(_ seconds: Int64) -> LicenseInstant {
        LicenseInstant(secondsSince1970: seconds)
    }

    private static func day(_ text: String, in zone: String) -> LicenseDraft.Term {
        guard let day = try? CalendarDay(text), let zone = try? CalendarZone(zone) else {
            preconditionFailure("Not a day or a time zone: \(text) \(zone)")
        }
        return .endOfDay(day, in: zone)
    }

    // MARK: Times

    private static let times = [
        InvalidDraft("signed before 1970", "iat", at: second(-1)) { $0.start = .at(second(0)) },
        InvalidDraft("signed in the year 0", "iat", at: .earliest) { $0.start = .at(second(0)) },
        InvalidDraft("starts before 1970", "nbf") { $0.start = .at(second(-1)) },
        InvalidDraft("starts in the year 0", "nbf") { ($0.start, $0.term) = (.at(.earliest), .perpetual) },
        InvalidDraft("signed and started before 1970", "iat", "nbf", at: second(-2)) { $0.start = .at(second(-1)) },
        InvalidDraft("a term of 0 days", "exp") { $0.term = .days(0) },
        InvalidDraft("a term of -1 days", "exp") { $0.term = .days(-1) },
        InvalidDraft("a term of Int.min days", "exp") { $0.term = .days(.min) },
        InvalidDraft("a term of Int.max days", "exp") { $0.term = .days(.max) },
        InvalidDraft("a term of 3,000,000 days, which ends after 9999", "exp") { $0.term = .days(3_000_000) },
        InvalidDraft("a term of 1 day, which ends after 9999", "exp") {
            ($0.start, $0.term) = (.at(second(253_402_214_400)), .days(1))
        },
        InvalidDraft("a term of 0 years", "exp") { $0.term = .years(0, in: .utc) },
        InvalidDraft("a term of Int.min years", "exp") { $0.term = .years(.min, in: .utc) },
        InvalidDraft("a term of Int.max years", "exp") { $0.term = .years(.max, in: .utc) },
        InvalidDraft("a term of 7974 years, which ends after 9999", "exp") { $0.term = .years(7_974, in: .utc) },
        InvalidDraft("a plus license for 0 days", "exp", of: Samples.plus) { $0.term = .days(0) },
        InvalidDraft("ends when it is signed", "exp") { $0.term = .until(Samples.now) },
        InvalidDraft("ends a second before it is signed", "exp") { $0.term = .until(second(1_795_521_599)) },
        InvalidDraft("ends in 1970", "exp") { $0.term = .until(second(0)) },
        InvalidDraft("ends when it starts", "exp") {
            ($0.start, $0.term) = (.at(second(1_800_000_000)), .until(second(1_800_000_000)))
        },
        InvalidDraft("ends before it starts", "exp") {
            ($0.start, $0.term) = (.at(second(1_800_000_000)), .until(second(1_799_999_999)))
        },
        InvalidDraft("starts and ends at the latest instant", "exp") {
            ($0.start, $0.term) = (.at(.latest), .until(.latest))
        },
        InvalidDraft("a term of 1 day from the latest instant", "exp") {
            ($0.start, $0.term) = (.at(.latest), .days(1))
        },
        InvalidDraft("ends yesterday", "exp") { $0.term = day("2026-11-23", in: "Asia/Shanghai") },
        InvalidDraft("ends long ago", "exp") { $0.term = day("1970-01-01", in: "UTC") },
        InvalidDraft("ends on a day that is already over in its time zone", "exp", at: second(1_795_536_000)) {
            // Signed at 2026-11-24T16:00:00Z, which is the end of the day in Shanghai.
            $0.term = day("2026-11-24", in: "Asia/Shanghai")
        },
        InvalidDraft("ends on the day before its start", "exp") {
            ($0.start, $0.term) = (.at(second(1_814_371_200)), day("2027-06-30", in: "Asia/Shanghai"))
        },
    ]

    // MARK: Names

    private static let editionsAndTypes =
        ["enterprize", "Enterprise", "ENTERPRISE", "community", "hybrid-cloud", "e"]
        .map { name in
            InvalidDraft("edition \(name)", "license.edition") { draft in
                draft.scope = .base(edition: License.Edition(rawValue: name) ?? .hybrid, limits: [.hosts: .count(1)])
            }
        }
        + ["paid", "PAID", "trial", "TrialExtended", "Addon", "oem", "Community"]
        .map { name in
            InvalidDraft("type \(name)", "license.type") { $0.type = LicenseType(rawValue: name) ?? .paid }
        }

    private static func plus(_ name: String, _ members: String, _ modules: [License.Module], unknown: Bool = false)
        -> Self
    {
        InvalidDraft(name, members, of: Samples.plus) {
            ($0.scope, $0.allowsUnknownNames) = (.plus(modules), unknown)
        }
    }

    private static func bundling(_ name: String, _ member: String, _ modules: [License.Module], unknown: Bool = false)
        -> Self
    {
        InvalidDraft(name, member) {
            $0.scope = .base(edition: .hybrid, limits: [.cpus: .unlimited], bundling: modules)
            $0.allowsUnknownNames = unknown
        }
    }

    private static let many: [License.Module] = (1...65).compactMap { License.Module(rawValue: "module-\($0)") }

    private static let modules = [
        plus("no modules", "license.modules", []),
        plus("65 modules", "license.modules", many, unknown: true),
        plus("the module VMware", "license.modules[0]", ["VMware"]),
        plus("the module vm-ware", "license.modules[0]", ["vm-ware"]),
        plus("the module bare-metal, at index 2", "license.modules[2]", [.vmware, .baremetal, "bare-metal"]),
        plus("the module project_management", "license.modules[0]", ["project_management"]),
        plus("a module twice", "license.modules[1]", [.vmware, .vmware]),
        plus("a module twice, not adjacent", "license.modules[2]", [.vmware, .baremetal, .vmware]),
        plus("an unknown module twice", "license.modules[1]", ["x", "x"], unknown: true),
        bundling("bundling an unknown module", "license.modules[0]", ["disaster_recovery"]),
        bundling("bundling a module twice", "license.modules[1]", [.baremetal, .baremetal]),
        bundling("bundling 65 modules", "license.modules", many, unknown: true),
    ]

    // MARK: Limits

    private static func base(
        _ name: String,
        _ members: [String],
        _ limits: [LimitUnit: License.Limit],
        unknown: Bool = false
    ) -> Self {
        var draft = Samples.base
        draft.scope = .base(edition: .enterprise, limits: limits)
        draft.allowsUnknownNames = unknown
        return InvalidDraft(name, members: members, draft)
    }

    private init(_ name: String, members: [String], _ draft: LicenseDraft) {
        (self.name, self.members, self.draft, self.instant) = (name, members, draft, Samples.now)
    }

    private static let limits = [
        base("no limits", ["license.limits"], [:]),
        base("only virtual machines", ["license.limits"], [.vms: .count(5)]),
        base("only a unit that is not required", ["license.limits"], ["gpus": .count(5)], unknown: true),
        base("the unit host", ["license.limits.host", "license.limits"], ["host": .count(5)]),
        base("the unit Hosts", ["license.limits.Hosts"], [.hosts: .count(1), "Hosts": .count(5)]),
        base("the unit sockets", ["license.limits.sockets"], [.cpus: .count(1), "sockets": .unlimited]),
        base("-1 hosts", ["license.limits.hosts"], [.hosts: .count(-1)]),
        base("Int.min hosts", ["license.limits.hosts"], [.hosts: .count(.min)]),
        base("2^53 hosts", ["license.limits.hosts"], [.hosts: .count(9_007_199_254_740_992)]),
        base("Int.max hosts", ["license.limits.hosts"], [.hosts: .count(.max)]),
        base("-1 sockets", ["license.limits.cpus"], [.cpus: .count(-1)]),
        base("2^53 sockets", ["license.limits.cpus"], [.hosts: .unlimited, .cpus: .count(9_007_199_254_740_992)]),
        base("-1 virtual machines", ["license.limits.vms"], [.hosts: .unlimited, .vms: .count(-1)]),
        base(
            "three invalid limits",
            ["license.limits.cpus", "license.limits.hosts", "license.limits.vms"],
            [.vms: .count(-1), .hosts: .count(-1), .cpus: .count(-1)]
        ),
        base(
            "66 units",
            ["license.limits"],
            Dictionary(
                uniqueKeysWithValues: (1...65).compactMap { LimitUnit(rawValue: "u\($0)") }.map { ($0, .count(1)) }
                    + [(.hosts, .count(1))]
            ),
            unknown: true
        ),
        InvalidDraft("a plus license for -1 hosts", "license.limits.hosts", of: Samples.plus) {
            $0.scope = .plus([.vmware], limits: [.hosts: .count(-1)])
        },
        InvalidDraft("a plus license with an unknown unit", "license.limits.host", of: Samples.plus) {
            $0.scope = .plus([.vmware], limits: ["host": .count(1)])
        },
    ]

    // MARK: Other members

    private static func nodes(_ count: Int) -> [ClaimString] {
        (0..<count).map { ClaimString(literal: "node-\($0)") }
    }

    private static let otherMembers =
        [
            InvalidDraft("1,025 features", "license.features") {
                $0.features = .only(Set((0..<1_025).compactMap { License.Feature(rawValue: "f\($0)") }))
            },
            InvalidDraft("no nodes", "license.nodes") { $0.nodes = .only([]) },
            InvalidDraft("65 nodes", "license.nodes") { $0.nodes = .only(nodes(65)) },
            InvalidDraft("a node twice", "license.nodes[1]") { $0.nodes = .only(nodes(1) + nodes(1)) },
            InvalidDraft("a node twice, at index 63", "license.nodes[63]") { $0.nodes = .only(nodes(63) + nodes(1)) },
            InvalidDraft("an unknown critical member", "license.critical") {
                $0.critical = [.nodes, .init(rawValue: "seats")]
            },
            InvalidDraft("updates until before 1970", "license.updatesUntil") { $0.updates = .until(second(-1)) },
            InvalidDraft("updates until the year 0", "license.updatesUntil") { $0.updates = .until(.earliest) },
            InvalidDraft(
                "several invalid members",
                "exp",
                "license.modules[0]",
                "license.limits.x",
                "license.type",
                "license.nodes",
                "license.graceDays",
                of: Samples.plus
            ) {
                ($0.term, $0.type, $0.nodes, $0.graceDays) = (.days(0), "y", .only([]), 0)
                $0.scope = .plus(["unknown"], limits: ["x": .unlimited])
            },
        ]
        + [-1, .min, 9_007_199_254_740_992, .max]
        .map { (number: Int) in
            InvalidDraft("sequence \(number)", "license.sequence") { $0.sequence = number }
        }
        + [0, -1, 366, .min, .max]
        .map { (days: Int) in
            InvalidDraft("reminder \(days)", "license.reminderDays") { $0.reminderDays = days }
        }
        + [0, -1, 366, .min, .max]
        .map { (days: Int) in
            InvalidDraft("grace \(days)", "license.graceDays") { $0.graceDays = days }
        }
}
