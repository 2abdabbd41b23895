import Foundation

/// The times of calls for growing numbers of licenses, and the number of calls that grow too fast.
struct GrowthTable {
    /// The numbers of licenses, of which the first, the second and the last are each a factor of ten apart.
    static let sizes = [100, 1_000, 3_000, 10_000]

    private(set) var failures = 0

    /// Measures a call for each size, and prints the best time in milliseconds and, in parentheses, the number of changes.
    ///
    /// - Parameters:
    ///   - name: The name of the call.
    ///   - bar: The maximum time for 1,000 licenses in milliseconds, in addition to a microsecond for each change, or `nil` to
    ///     check only the growth.
    ///   - call: Makes the call for the size at an index, and returns the number of changes that it reports.
    mutating func measure(_ name: String, bar: Double? = nil, _ call: (Int) -> Int) {
        // Caches and other processes disturb single runs, so a call is too slow only if every attempt is.
        var (results, faults) = Self.attempt(bar, call)
        for _ in 0..<4 where !faults.isEmpty {
            (results, faults) = Self.attempt(bar, call)
        }
        let cells = results.map { "\(($0.time * 1_000).rounded() / 1_000) ms (\($0.changes))" }
        print("\(name): " + cells.joined(separator: ", "))
        for fault in faults {
            print("  too slow: \(fault)")
        }
        self.failures += faults.count
    }

    private static func attempt(
        _ bar: Double?,
        _ call: (Int) -> Int
    ) -> (results: [(time: Double, changes: Int)], faults: [String]) {
        let results = self.best(call)
        var faults: [String] = []
        if let bar, results[1].time > bar + Double(results[1].changes) / 1_000 {
            faults.append("the maximum for \(self.sizes[1]) licenses is \(bar) ms")
        }
        for (small, large) in [(0, 1), (1, 3)] {
            let bound = 15 * results[small].time + Double(results[large].changes) / 1_000
            if results[large].time > bound {
                faults.append("the maximum for \(self.sizes[large]) licenses is \(bound) ms")
            }
        }
        return (results, faults)
    }

    /// Returns the shortest time of several rounds, and the number of changes that the call reports, for each size.
    private static func best(_ call: (Int) -> Int) -> [(time: Double, changes: Int)] {
        var results = self.sizes.map { _ in (time: Double.infinity, changes: 0) }
        for _ in 0..<7 {
            for index in self.sizes.indices {
                let start = self.processorTime
                let changes = call(index)
                results[index] = (min(results[index].time, self.processorTime - start), changes)
            }
        }
        return results
    }

    /// The processor time of this thread in milliseconds, which does not depend on the load from other processes.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
    }
}
