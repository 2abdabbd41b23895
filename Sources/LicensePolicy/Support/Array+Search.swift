import LicenseModel

extension Array {
    /// The index at which the elements stop that come first, by a binary search.
    ///
    /// - Parameter comesFirst: Whether an element is one of the first. If one is not, none after it is.
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
        for element in self.ordered() where all.last != element {
            all.append(element)
        }
        return all
    }
}
