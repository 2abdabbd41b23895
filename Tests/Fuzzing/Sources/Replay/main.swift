import Foundation
import FuzzTargets

// usage: Replay TARGET FILE-OR-FOLDER…
// Runs saved inputs, and fails if one takes more than 50 ms, or 20 ms for the platform's files, or if there are no inputs.
var slowest = Duration.zero
var slowestName = ""
var count = 0
let arguments = CommandLine.arguments.dropFirst()
guard let target = arguments.first.flatMap(FuzzTarget.init(rawValue:)) else {
    print("usage: Replay \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) FILE-OR-FOLDER…")
    exit(64)
}
// The first run does the setup of the process, which must not count.
target.run(target.seeds.first?.input ?? [])
for argument in arguments.dropFirst() {
    let root = URL(fileURLWithPath: argument)
    let files =
        root.hasDirectoryPath
        ? try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil) : [root]
    for file in files {
        let bytes = Array(try Data(contentsOf: file))
        let time = ContinuousClock().measure { target.run(bytes) }
        count += 1
        if time > slowest {
            (slowest, slowestName) = (time, file.lastPathComponent)
        }
    }
}
print("\(target.rawValue): \(count) inputs, slowest \(slowest) (\(slowestName))")
let limit = Duration.milliseconds(target == .vendor || target == .der ? 20 : 50)
exit(slowest > limit || count == 0 ? 1 : 0)
