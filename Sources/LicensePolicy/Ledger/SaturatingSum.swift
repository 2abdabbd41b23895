/// A sum of amounts that can be taken out again, however great it becomes.
///
/// A sum that stops at the greatest `Int` would come back wrong once the amounts are taken out.
struct SaturatingSum: Sendable {
    private var high: UInt = 0
    private var low: UInt = 0

    /// The sum, or the greatest `Int` where it is greater.
    var clamped: Int {
        self.high > 0 ? .max : Int(clamping: self.low)
    }

    /// Whether nothing is in it.
    var isZero: Bool {
        self.high == 0 && self.low == 0
    }

    /// Adds an amount; one below 0 adds nothing.
    mutating func add(_ amount: Int) {
        let (sum, overflow) = self.low.addingReportingOverflow(UInt(clamping: amount))
        self.low = sum
        self.high += overflow ? 1 : 0
    }

    /// Takes out an amount that was added.
    mutating func remove(_ amount: Int) {
        let (difference, overflow) = self.low.subtractingReportingOverflow(UInt(clamping: amount))
        self.low = difference
        self.high -= overflow ? 1 : 0
    }
}
