/// A text is not what its type takes, such as a product id with a space in it.
///
/// It never repeats the text, which may come from anybody.
public struct InvalidTextError: Error, Sendable, Equatable {
    /// The type that the text was to become, such as `ProductID`, or the message that it was to be the text of.
    public let type: String

    /// What is wrong with the text: the end of a sentence that starts with the text's name, such as `has U+0020 …`.
    public let problem: String

    package init(_ type: Any.Type, _ problem: String) {
        self.init("\(type)", problem)
    }

    package init(_ name: String, _ problem: String) {
        self.type = name
        self.problem = problem
    }
}

extension InvalidTextError: CustomStringConvertible {
    /// The type and the problem, in a sentence.
    public var description: String {
        "The text for \(self.type) \(self.problem)."
    }
}
