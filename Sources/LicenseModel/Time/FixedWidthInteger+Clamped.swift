// Arithmetic that stops at the end of the range instead of trapping: numbers come from licenses, clocks and products.
extension FixedWidthInteger {
    /// The sum, or the end of the range beyond which it lies.
    package func addingClamped(_ other: Self) -> Self {
        let (sum, overflow) = self.addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    /// The difference, or the end of the range beyond which it lies.
    package func subtractingClamped(_ other: Self) -> Self {
        let (difference, overflow) = self.subtractingReportingOverflow(other)
        return overflow ? (other > 0 ? .min : .max) : difference
    }

    /// The product, or the end of the range beyond which it lies.
    package func multipliedClamped(by other: Self) -> Self {
        let (product, overflow) = self.multipliedReportingOverflow(by: other)
        return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
    }
}
