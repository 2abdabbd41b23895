/// A priority queue of numbers that expire, implemented as a binary min-heap.
///
/// Expired numbers are removed only when they are the smallest, which takes O(log n) time for each number.
struct RankQueue {
    private var entries: [(rank: Int, until: Int64)] = []

    /// Inserts a number that expires.
    ///
    /// - Parameters:
    ///   - rank: The number.
    ///   - until: The first second in which the number has expired, in seconds since 1970.
    mutating func insert(_ rank: Int, until: Int64) {
        self.entries.append((rank, until))
        var index = self.entries.count - 1
        while index > 0, self.entries[index].rank < self.entries[(index - 1) / 2].rank {
            self.entries.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    /// Finds the smallest number that has not expired, and removes smaller ones that have.
    ///
    /// - Parameter now: The current second, which must not be earlier than that of the call before.
    /// - Returns: The number, or `nil` if all have expired.
    mutating func first(at now: Int64) -> Int? {
        while let first = self.entries.first {
            if now < first.until {
                return first.rank
            }
            self.removeFirst()
        }
        return nil
    }

    private mutating func removeFirst() {
        let last = self.entries.removeLast()
        guard !self.entries.isEmpty else {
            return
        }
        self.entries[0] = last
        var index = 0
        while true {
            var smallest = index
            for child in [2 * index + 1, 2 * index + 2]
            where child < self.entries.count && self.entries[child].rank < self.entries[smallest].rank {
                smallest = child
            }
            guard smallest != index else {
                return
            }
            self.entries.swapAt(index, smallest)
            index = smallest
        }
    }
}
