/// An error that describes why a text is not strict JSON.
package struct JSONError: Error, Equatable {
    /// The rule that the text breaks.
    package let problem: JSONProblem

    /// The offset in bytes at which the problem was found.
    package let offset: Int

    init(_ problem: JSONProblem, at offset: Int) {
        self.problem = problem
        self.offset = offset
    }
}
