/// A priority queue of numbers, implemented as a binary min-heap.
struct RankQueue {
    private var ranks: [Int] = []

    /// The smallest number, or `nil` if the queue is empty.
    var first: Int? {
        self.ranks.first
    }

    mutating func insert(_ rank: Int) {
        self.ranks.append(rank)
        var index = self.ranks.count - 1
        while index > 0, self.ranks[index] < self.ranks[(index - 1) / 2] {
            self.ranks.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    /// Removes the smallest number from the queue.
    ///
    /// The queue must not be empty.
    mutating func removeFirst() {
        let last = self.ranks.removeLast()
        guard !self.ranks.isEmpty else {
            return
        }
        self.ranks[0] = last
        var index = 0
        while true {
            var smallest = index
            for child in [2 * index + 1, 2 * index + 2]
            where child < self.ranks.count && self.ranks[child] < self.ranks[smallest] {
                smallest = child
            }
            guard smallest != index else {
                return
            }
            self.ranks.swapAt(index, smallest)
            index = smallest
        }
    }
}
