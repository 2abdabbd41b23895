import Foundation

/// Kills a worker at each system call of each change.
struct KillRun {
    let place: Place

    /// The distance between two calls at which a worker is killed.
    let step: Int

    func run() async throws -> Int32 {
        let tracer = Tracer(place: self.place)
        var kills = 0
        var failures = 0
        for change in Change.allCases {
            try await self.place.prepare(change)
            let checker = try await Checker(self.place, change)
            let start = kills
            for name in Tracer.fileCalls {
                var call = 1
                while true {
                    try self.place.restore()
                    let outcome = try tracer.run(change, "\(name):signal=SIGKILL:when=\(call)")
                    let isKilled = outcome.status == -SIGKILL
                    for problem in await checker.problems(isDone: !isKilled) {
                        failures += 1
                        print("\(change.rawValue), killed at \(name) \(call): \(problem)")
                    }
                    guard isKilled else {
                        break
                    }
                    kills += 1
                    call += self.step
                }
            }
            print("\(change.rawValue): killed at \(kills - start) calls")
        }
        print("kills: \(kills), \(failures) failures")
        return failures == 0 ? 0 : 1
    }
}
