/// An error that describes why a text is not strict JSON.
package struct JSONError: Error, Equatable {
    /// The rest of a sentence that starts with "the JSON", such as "ends too early".
    package let problem: String

    /// The same in Chinese, as the rest of a sentence that starts with the word "JSON".
    package let chineseProblem: String

    /// The offset in bytes at which the problem was found.
    package let offset: Int

    init(_ problem: String, _ chineseProblem: String, at offset: Int) {
        self.problem = problem
        self.chineseProblem = chineseProblem
        self.offset = offset
    }
}
