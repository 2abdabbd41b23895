extension Sequence {
    /// Returns the elements in sorted order, with equal elements in their original order.
    ///
    /// Use it for lists that are rarely sorted. The standard library's `sorted` adds about 4 KB to a program for each
    /// element type. Here, all types share a single sort of indices.
    ///
    /// - Parameter isBefore: A predicate that returns whether its first argument sorts before its second.
    /// - Returns: The sorted elements.
    package func ordered(by isBefore: (Element, Element) -> Bool) -> [Element] {
        let elements = Array(self)
        guard elements.count > 1 else {
            return elements
        }
        return IndexOrder.indices(upTo: elements.count) { isBefore(elements[$0], elements[$1]) }.map { elements[$0] }
    }
}

extension Sequence where Element: Comparable {
    /// Returns the elements in ascending order, like ``ordered(by:)``.
    ///
    /// - Returns: The sorted elements.
    package func ordered() -> [Element] {
        self.ordered(by: <)
    }
}

/// The order of elements by their indices, for all types of elements.
package enum IndexOrder {
    /// Returns the indices of elements in sorted order, with equal elements in their original order.
    ///
    /// - Parameters:
    ///   - count: The number of elements.
    ///   - isBefore: A predicate that returns whether the element at its first argument sorts before that at its second.
    /// - Returns: The sorted indices.
    @inline(never)
    package static func indices(upTo count: Int, _ isBefore: (Int, Int) -> Bool) -> [Int] {
        (0..<count).sorted(by: isBefore)
    }
}
