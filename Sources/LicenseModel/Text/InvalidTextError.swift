/// An error that describes why a text is not valid for its type, such as a product ID that contains a space.
///
/// The error never contains the text itself, which can come from an untrusted source.
public struct InvalidTextError: Error, Sendable, Equatable {
    /// The name of the type that refused the text, such as `ProductID`, or the key of the message that the text is for.
    public let type: String

    /// The problem with the text, as a predicate such as `is empty`.
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
    /// A sentence that names the type and the problem.
    public var description: String {
        "The text for \(self.type) \(self.problem)."
    }
}
