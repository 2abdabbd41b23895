/// Why a text is not strict JSON.
package struct JSONError: Error, Equatable {
    /// What is wrong, as the end of the sentence 'the JSON …'.
    package let problem: String

    /// Where: the offset of a byte.
    package let offset: Int

    init(_ problem: String, at offset: Int) {
        self.problem = problem
        self.offset = offset
    }
}
