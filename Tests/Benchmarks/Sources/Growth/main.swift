import Foundation
import LicenseModel
import LicensePolicy
import LicenseTesting
import ZStackLicensing

// Measures how the time of calls grows with the number of licenses. Fails if ten times as many licenses take more than 15
// times as long, not counting a microsecond for each reported change.
// usage: Growth
var table = GrowthTable()
let sizes = GrowthTable.sizes.map(String.init).joined(separator: ", ")
print("licenses: \(sizes); the number of reported changes is in parentheses")
let now = TestLicenseClock.start
let end = now.advanced(byDays: 20_000)
let more = try TestLicensing(.base(days: 9).limited(to: [.hosts: 1]), .plus(.vmware), configuration: .testing(.zstack))
    .licenses
for shape in Shape.allCases {
    let all = try shape.licenses(GrowthTable.sizes.max() ?? 0)
    let worlds = GrowthTable.sizes
        .map { Entitlements(Array(all.prefix($0)), at: now, configuration: shape.configuration) }
    table.measure("timeline, \(shape.rawValue)", bar: 50) { index in
        worlds[index].timeline(from: now, to: end).reduce(0) { $0 + $1.changes.count }
    }
    table.measure("explain, \(shape.rawValue)") { index in
        precondition(!worlds[index].explanation().slots.isEmpty)
        return 0
    }
    table.measure("preview, \(shape.rawValue)", bar: 50) { index in
        let preview = worlds[index].preview(installing: more)
        return preview.changes.count + preview.lost.count + preview.gained.count
    }
    let empty = Entitlements([], at: now, configuration: shape.configuration).report()
    let reports = worlds.map { $0.report() }
    table.measure("changes, \(shape.rawValue)") { index in
        reports[index].changes(to: empty).count
    }
}

let licenses = try TestLicensing(.base(days: 365), configuration: .testing(.zstack)).licenses
// The gates are kept, so that releasing them is not measured.
var gates: [LicenseGate] = []
table.measure("making ten times as many checks") { index in
    let configuration = PolicyConfiguration(catalog: .zstack, node: .any, build: .any)
    let gate = LicenseGate(licenses, configuration: configuration, trustedClock: .firstStart)
    for number in 0..<(10 * GrowthTable.sizes[index]) {
        guard let feature = License.Feature(rawValue: "feature-\(number)") else {
            preconditionFailure("The name is not a feature")
        }
        _ = gate.makeCheck(for: .operate(.base, feature: feature))
    }
    gates.append(gate)
    return 0
}
print(table.failures == 0 ? "growth: ok" : "growth: \(table.failures) calls grow too fast")
exit(table.failures == 0 ? 0 : 1)
