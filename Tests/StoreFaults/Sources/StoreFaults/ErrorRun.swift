import Foundation

/// Injects errors, short and false results into each system call of each change.
struct ErrorRun {
    let place: Place

    /// The distance between two calls that fail.
    let step: Int

    /// The faults, with the calls that can have them.
    ///
    /// A lasting fault hits all later calls, too.
    private static let faults: [(fault: String, calls: [String], isLasting: Bool)] = [
        ("error=EIO", Tracer.fileCalls, false),
        ("error=EIO", Tracer.fileCalls, true),
        ("error=EINTR", Tracer.fileCalls.filter { $0 != "getdents64" && $0 != "close" }, false),
        ("error=ENOSPC", ["openat", "mkdir", "mkdirat", "write", "fsync", "rename", "renameat", "renameat2"], false),
        ("error=ENOSPC", ["mkdir", "mkdirat", "write", "fsync", "rename", "renameat", "renameat2"], true),
        ("error=EDQUOT", ["mkdir", "mkdirat", "write", "fsync"], true),
        ("error=EROFS", ["mkdir", "mkdirat", "write", "fchmod", "rename", "renameat", "renameat2", "unlinkat"], true),
        ("error=EMFILE", ["openat", "openat2"], false),
        ("error=EMFILE", ["openat", "openat2"], true),
        // A write that is short and lies about what it has written, and a read that finds an early end.
        ("retval=1", ["write"], false),
        ("retval=10000000", ["write"], false),
        ("retval=0", ["read"], false),
        ("retval=0", ["fsync"], true),
    ]

    /// Each fault with each call.
    ///
    /// strace counts the calls of each name.
    private static var singleFaults: [(fault: String, name: String, isLasting: Bool)] {
        self.faults.flatMap { fault in fault.calls.map { (fault.fault, $0, fault.isLasting) } }
    }

    func run() async throws -> Int32 {
        let tracer = Tracer(place: self.place)
        var injections = 0
        var failures = 0
        for (number, change) in Change.allCases.enumerated() {
            try await self.place.prepare(change)
            let checker = try await Checker(self.place, change)
            for (index, (fault, name, isLasting)) in Self.singleFaults.enumerated() {
                // A short run takes other faults for each change.
                guard self.step == 1 || (index + number).isMultiple(of: 4) else {
                    continue
                }
                var call = 1
                while true {
                    try self.place.restore()
                    let when = "\(call)\(isLasting ? "+" : "")"
                    let outcome = try tracer.run(change, "\(name):\(fault):when=\(when)")
                    guard !outcome.injected.isEmpty else {
                        break
                    }
                    injections += outcome.injected.count
                    var problems: [String] = []
                    let status = Worker.Status(rawValue: outcome.status)
                    switch status {
                    case .done, .unconfirmed, .refused: break
                    default: problems.append("status \(outcome.status)")
                    }
                    if fault.hasSuffix("EINTR"), status != .done {
                        problems.append("an interrupted call is not repeated")
                    }
                    // The opening and the saving of the time report a failure as a finding.
                    let hasResult = change.event != nil
                    problems += await checker.problems(
                        isDone: hasResult && (status == .done || status == .unconfirmed),
                        isRefused: !isLasting && status == .refused,
                        missesEntry: outcome.output.contains("finding history-not-saved")
                    )
                    for problem in problems {
                        failures += 1
                        print("\(change.rawValue), \(fault) at \(name) \(when): \(problem)")
                        print("    \(outcome.injected[0]) -> \(outcome.output)")
                    }
                    call += self.step
                }
            }
            print("\(change.rawValue): \(injections) errors so far")
        }
        print("errors injected: \(injections), \(failures) failures")
        return failures == 0 ? 0 : 1
    }
}
