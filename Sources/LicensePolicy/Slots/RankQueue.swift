/// Numbers, of which the smallest is at hand: a binary heap.
struct RankQueue {
    private var ranks: [Int] = []

    /// The smallest number, or `nil` where there is none.
    var first: Int? {
        self.ranks.first
    }

    mutating func insert(_ rank: Int) {
        self.ranks.append(rank)
        var place = self.ranks.count - 1
        while place > 0, self.ranks[place] < self.ranks[(place - 1) / 2] {
            self.ranks.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Removes the smallest number, which must be there.
    mutating func removeFirst() {
        let last = self.ranks.removeLast()
        guard !self.ranks.isEmpty else {
            return
        }
        self.ranks[0] = last
        var place = 0
        while true {
            var smallest = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < self.ranks.count && self.ranks[child] < self.ranks[smallest] {
                smallest = child
            }
            guard smallest != place else {
                return
            }
            self.ranks.swapAt(place, smallest)
            place = smallest
        }
    }
}
