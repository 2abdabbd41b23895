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
        let results = Self.sizes.indices.map { index in Self.best { call(index) } }
        let cells = results.map { "\(($0.time * 1_000).rounded() / 1_000) ms (\($0.changes))" }
        print("\(name): " + cells.joined(separator: ", "))
        if let bar, results[1].time > bar + Double(results[1].changes) / 1_000 {
            print("  too slow: \(Self.sizes[1]) may take \(bar) ms")
            self.failures += 1
        }
        for (small, large) in [(0, 1), (1, 3)] {
            let bound = 15 * results[small].time + Double(results[large].changes) / 1_000
            if results[large].time > bound {
                print("  too slow: \(Self.sizes[large]) may take \(bound) ms")
                self.failures += 1
            }
        }
    }

    private static func best(_ body: () -> Int) -> (time: Double, changes: Int) {
        let clock = ContinuousClock()
        var best = Double.infinity
        var changes = 0
        for _ in 0..<5 {
            let time = clock.measure { changes = body() }
            best = min(best, time / .milliseconds(1))
        }
        return (best, changes)
    }
}
