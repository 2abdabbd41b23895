/// Why the node cannot start, and what to do.
package struct StartError: Error, CustomStringConvertible {
    /// The reason and what to do, in English.
    package let description: String

    /// Creates an error with its text.
    package init(_ description: String) {
        self.description = description
    }
}
