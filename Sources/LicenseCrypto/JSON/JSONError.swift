/// An error that describes why a text is not strict JSON.
package struct JSONError: Error, Equatable {
    /// The offset in bytes at which the problem was found.
    package let offset: Int

    private let kind: Problem

    init(_ problem: Problem, at offset: Int) {
        self.kind = problem
        self.offset = offset
    }

    /// The rest of a sentence that starts with "the JSON", such as "ends too early".
    package var problem: String {
        self.kind.text.english
    }

    /// The same in Chinese, as the rest of a sentence that starts with the word "JSON".
    package var chineseProblem: String {
        self.kind.text.chinese
    }
}
