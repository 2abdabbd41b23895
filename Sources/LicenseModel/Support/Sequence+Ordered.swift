extension Sequence {
    /// The elements in order, equal ones as they stand.
    ///
    /// It is for lists that are sorted now and then. The standard library's sort puts about 4 KB into a program for each type
    /// that is sorted; here all types share one sort of positions.
    ///
    /// - Parameter isBefore: Whether the first of two elements comes first.
    /// - Returns: The elements in order.
    package func ordered(by isBefore: (Element, Element) -> Bool) -> [Element] {
        let elements = Array(self)
        return Order.positions(of: elements.count) { isBefore(elements[$0], elements[$1]) }.map { elements[$0] }
    }
}

extension Sequence where Element: Comparable {
    /// The elements in ascending order: see ``ordered(by:)``.
    ///
    /// - Returns: The elements in order.
    package func ordered() -> [Element] {
        self.ordered(by: <)
    }
}

private enum Order {
    @inline(never)
    static func positions(of count: Int, _ isBefore: (Int, Int) -> Bool) -> [Int] {
        (0..<count).sorted(by: isBefore)
    }
}
