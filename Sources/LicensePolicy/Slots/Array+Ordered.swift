extension Array {
    /// The elements in ascending order, equal ones as they stood.
    ///
    /// Places are sorted, and not the elements, so that a program has the code for sorting once and not for each type.
    ///
    /// - Parameter isBefore: Whether an element belongs before another.
    /// - Returns: The elements in order.
    func ordered(by isBefore: (Element, Element) -> Bool) -> [Element] {
        places(self.count) { isBefore(self[$0], self[$1]) }.map { self[$0] }
    }
}

extension Array {
    /// Where the elements stop that come first, by a binary search.
    ///
    /// - Parameter comesFirst: Whether an element is one of the first. Where one is not, none after it is.
    /// - Returns: The index of the first other element, or the end.
    func endOfFirst(where comesFirst: (Element) -> Bool) -> Int {
        var low = 0
        var high = self.count
        while low < high {
            let middle = (low + high) / 2
            if comesFirst(self[middle]) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}

extension Array where Element: Comparable {
    /// The elements in ascending order, each once.
    func distinct() -> [Element] {
        var all: [Element] = []
        for element in self.ordered(by: <) where all.last != element {
            all.append(element)
        }
        return all
    }
}

@inline(never)
private func places(_ count: Int, by isBefore: (Int, Int) -> Bool) -> [Int] {
    (0..<count).sorted(by: isBefore)
}
