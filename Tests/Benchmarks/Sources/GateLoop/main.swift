import LicenseModel
import LicensePolicy
import LicenseTesting
import ZStackLicensing

// Asks one check some times: what a million more of them cost, is what a million checks cost.
// usage: GateLoop COUNT [planted]    planted: an allocation at each check, which a counter must see
let arguments = CommandLine.arguments
let count = arguments.count > 1 ? Int(arguments[1]) ?? 0 : 0
let isPlanted = arguments.contains("planted")

let clock = TestLicenseClock(at: SystemLicenseClock().read().wall)
let licenses = try TestLicensing(
    .base(days: 365),
    .plus(.vmware, days: 13),
    clock: clock,
    configuration: .testing(.zstack)
)
.licenses
let gate = LicenseGate(
    licenses,
    configuration: PolicyConfiguration(catalog: .zstack, node: .any, build: .any),
    trustedClock: .firstStart
)

/// Something on the heap.
final class Planted {
    let value: Bool

    init(_ value: Bool) {
        self.value = value
    }
}

@inline(never)
func ask(_ check: LicenseCheck, _ count: Int) -> Int {
    var allowed = 0
    for _ in 0..<count where check.isAllowed {
        allowed += 1
    }
    return allowed
}

@inline(never)
func plant(_ value: Bool) -> Planted {
    Planted(value)
}

let check = gate.makeCheck(for: .view(.module(.vmware)))
var allowed = 0
if isPlanted {
    for _ in 0..<count where plant(check.isAllowed).value {
        allowed += 1
    }
} else {
    allowed = ask(check, count)
}
precondition(allowed == count, "A check was denied")
