import HTTPTypes

extension HTTPField.Name {
    /// Returns the name of a header that the source code spells, which is always valid.
    static func of(_ name: StaticString) -> HTTPField.Name {
        guard let name = HTTPField.Name("\(name)") else {
            preconditionFailure("A name of a header is invalid")
        }
        return name
    }
}
