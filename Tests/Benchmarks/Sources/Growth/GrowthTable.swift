import Foundation

/// Times of calls by the number of licenses, and which of them grow too fast.
struct GrowthTable {
    /// The numbers of licenses.
    ///
    /// The first and the second, and the second and the last, are a factor of ten apart.
    static let sizes = [100, 1_000, 3_000, 10_000]

    private(set) var failures = 0

    /// Times a call for each size, and prints a line: milliseconds, the best of some runs, and in brackets the changes.
    ///
    /// - Parameters:
    ///   - name: What is timed.
    ///   - bar: The most milliseconds for a thousand licenses, beside a microsecond for each change. `nil`: growth alone counts.
    ///   - call: Makes the call for the size of an index, and returns how many changes it told.
    mutating func measure(_ name: String, bar: Double? = nil, _ call: (Int) -> Int) {
        // Caches and other processes disturb single runs: what is too slow must be so each time.
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
            faults.append("\(self.sizes[1]) may take \(bar) ms")
        }
        for (small, large) in [(0, 1), (1, 3)] {
            let bound = 15 * results[small].time + Double(results[large].changes) / 1_000
            if results[large].time > bound {
                faults.append("\(self.sizes[large]) may take \(bound) ms")
            }
        }
        return (results, faults)
    }

    /// The least time of some rounds, each of which goes through all sizes, and how many changes the calls told.
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

    /// The milliseconds for which this thread has run: others that keep the processors busy do not count.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
    }
}
