// What the fuzzing package reaches of the strict reader.
extension StrictJSON {
    /// Reads a text and everything in it.
    ///
    /// - Parameter bytes: The text.
    /// - Returns: How many values it has, or `nil` where the text is refused.
    @_spi(Fuzzing) public static func countValues(_ bytes: [UInt8]) -> Int? {
        guard let document = try? StrictJSON(bytes) else {
            return nil
        }
        return 1 + document.members.reduce(0) { $0 + self.countValues($1.value) }
    }

    private static func countValues(_ value: JSONValue) -> Int {
        _ = (value.string, value.word, value.integer, value.boolean)
        if let members = value.members {
            return members.reduce(1) { $0 + self.countValues($1.value) }
        }
        return value.elements?.reduce(1) { $0 + self.countValues($1) } ?? 1
    }
}
