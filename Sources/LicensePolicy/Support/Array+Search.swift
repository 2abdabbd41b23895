import LicenseModel

extension Array {
    /// Returns the length of the prefix whose elements satisfy a predicate, by a binary search.
    ///
    /// - Parameter isInPrefix: The predicate. If it is false for an element, it must be false for all later elements.
    /// - Returns: The index of the first element that does not satisfy the predicate, or the end index.
    func endOfPrefix(where isInPrefix: (Element) -> Bool) -> Int {
        var low = 0
        var high = self.count
        while low < high {
            let middle = (low + high) / 2
            if isInPrefix(self[middle]) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}

extension Array where Element: Comparable {
    /// Returns the elements in ascending order without duplicates.
    func distinct() -> [Element] {
        var all: [Element] = []
        for element in self.ordered() where all.last != element {
            all.append(element)
        }
        return all
    }
}
