import LicenseModel
import LicensePolicy
import LicenseTesting

// How calls grow with the number of licenses: prints milliseconds, and fails where ten times as many take more than 15 times
// as long, with a microsecond for each change that is told on top.
// usage: Growth

let sizes = [100, 1_000, 3_000, 10_000]
let clock = ContinuousClock()
var failures = 0

/// The best of some runs, in milliseconds, and how many changes a run tells.
func measure(_ body: () -> Int) -> (time: Double, changes: Int) {
    var best = Double.infinity
    var changes = 0
    for _ in 0..<5 {
        let time = clock.measure { changes = body() }
        best = min(best, time / .milliseconds(1))
    }
    return (best, changes)
}

/// Prints a line of the table, and compares each size with the one ten times as large.
func report(_ name: String, _ results: [(time: Double, changes: Int)]) {
    let cells = results.map { "\(Double(Int($0.time * 1_000)) / 1_000) ms (\($0.changes))" }
    print("\(name): " + cells.joined(separator: ", "))
    for (small, large) in [(0, 1), (1, 3)] {
        let bound = 15 * results[small].time + Double(results[large].changes) / 1_000
        if results[large].time > bound {
            print("  \(sizes[large]) take \(results[large].time / results[small].time) times as long as \(sizes[small])")
            failures += 1
        }
    }
}

print("licenses: \(sizes.map(String.init).joined(separator: ", ")); in brackets the changes that are told")
for shape in Shape.allCases {
    let all = try shape.licenses(sizes[sizes.count - 1])
    let now = TestClock.start
    let worlds = sizes.map { Entitlements(Array(all.prefix($0)), at: now, configuration: shape.configuration) }
    let end = now.advanced(byDays: 4_000)
    let more = try TestLicensing(.base(days: 9).limited(to: [.hosts: 1]), .plus(.vmware)).licenses

    report(
        "timeline, \(shape.rawValue)",
        worlds.map { world in
            measure { world.timeline(from: now, to: end).reduce(0) { $0 + $1.changes.count } }
        }
    )
    report(
        "explain, \(shape.rawValue)",
        worlds.map { world in
            measure {
                precondition(!world.explain().slots.isEmpty)
                return 0
            }
        }
    )
    report(
        "preview, \(shape.rawValue)",
        worlds.map { world in
            measure {
                let preview = world.preview(installing: more)
                return preview.changes.count + preview.lost.count + preview.gained.count
            }
        }
    )
    report(
        "changes, \(shape.rawValue)",
        worlds.map { world in
            let (before, after) = (world.report(), Entitlements([], at: now).report())
            return measure { before.changes(to: after).count }
        }
    )
}

let gate = try LicenseGate(
    TestLicensing(.base(days: 365)).licenses,
    clock: SystemClock(),
    environments: [.test]
)
var made = 0
report(
    "making as many checks (x 10)",
    sizes.map { size in
        measure {
            for _ in 0..<(10 * size) {
                made += 1
                _ = gate.check(.operate(.base, feature: Feature(rawValue: "feature-\(made)")))
            }
            return 0
        }
    }
)
print(failures == 0 ? "growth: ok" : "growth: \(failures) grow too fast")
precondition(failures == 0, "A call grows too fast")
