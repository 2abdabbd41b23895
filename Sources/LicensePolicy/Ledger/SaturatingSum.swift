/// A sum of amounts that saturates only when it is read, so that amounts can be removed again.
///
/// A sum that is stored saturated would be wrong after amounts are removed.
struct SaturatingSum: Sendable {
    private var high: UInt = 0
    private var low: UInt = 0

    /// The sum, or `Int.max` if the sum is greater.
    var clamped: Int {
        self.high > 0 ? .max : Int(clamping: self.low)
    }

    /// Whether the sum is exactly zero.
    var isZero: Bool {
        self.high == 0 && self.low == 0
    }

    /// Adds an amount, and treats a negative amount as 0.
    mutating func add(_ amount: Int) {
        let (sum, overflow) = self.low.addingReportingOverflow(UInt(clamping: amount))
        self.low = sum
        self.high += overflow ? 1 : 0
    }

    /// Removes an amount that was added before.
    mutating func remove(_ amount: Int) {
        let (difference, overflow) = self.low.subtractingReportingOverflow(UInt(clamping: amount))
        self.low = difference
        self.high -= overflow ? 1 : 0
    }
}
