import Foundation
import FuzzTargets

// Verifies 10,000 valid and 10,000 invalid licenses several times, and fails if the memory or the number of open files
// grows.

/// Returns the resident memory of this process in KiB.
func residentMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return Int(line.split(whereSeparator: { !$0.isNumber }).first ?? "") ?? 0
}

/// Returns the number of files that this process has open.
func openFiles() -> Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
}

let accepted = FuzzTarget.file.seed("bare")
let refused = FuzzTarget.file.seed("swapped")
let claims = FuzzTarget.claims.seed("base-changed")
let key = FuzzTarget.keys.seed("p256")

func round() {
    for _ in 0..<10_000 {
        FuzzTarget.file.run(accepted)
        FuzzTarget.file.run(refused)
    }
    for _ in 0..<1_000 {
        FuzzTarget.claims.run(claims)
        FuzzTarget.keys.run(key)
    }
}

// The first rounds allocate what the allocator and the measurement keep.
_ = (residentMemory(), openFiles())
round()
round()
let memory = residentMemory()
let files = openFiles()
round()
let growth = residentMemory() - memory
print("10,000 acceptances and 10,000 refusals: \(memory) KiB before, \(growth) KiB more after")
print("open files: \(files) before, \(openFiles()) after")
exit(growth > 256 || openFiles() != files ? 1 : 0)
