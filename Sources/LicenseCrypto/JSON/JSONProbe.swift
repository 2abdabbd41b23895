/// Access to the strict JSON parser for the fuzzing and benchmark packages.
@_spi(Fuzzing) public enum JSONProbe {
    /// Returns whether a text is strict JSON.
    ///
    /// - Parameter bytes: The text.
    /// - Returns: `true` if the parser accepts the text.
    public static func isStrict(_ bytes: [UInt8]) -> Bool {
        (try? StrictJSON(bytes)) != nil
    }

    /// Parses a text, reads every value in it, and returns their number.
    ///
    /// - Parameter bytes: The text.
    /// - Returns: The number of values, the outermost object included, or `nil` if the text is not strict JSON.
    public static func countValues(_ bytes: [UInt8]) -> Int? {
        guard let document = try? StrictJSON(bytes) else {
            return nil
        }
        return 1 + document.members.reduce(0) { $0 + self.countValues($1.value) }
    }

    private static func countValues(_ value: JSONValue) -> Int {
        _ = (value.string, value.asciiString, value.integer, value.boolean)
        if let members = value.members {
            return members.reduce(1) { $0 + self.countValues($1.value) }
        }
        return value.elements?.reduce(1) { $0 + self.countValues($1) } ?? 1
    }

    /// Returns the hash that the parser uses to find duplicate member names.
    ///
    /// - Parameter name: A name without escapes.
    /// - Returns: The hash, which depends on a random key of the process.
    package static func hash(ofName name: String) -> UInt32 {
        let bytes = Array(name.utf8)
        return JSONStringBytes.hash(bytes, JSONNode(kind: .name, start: 0, end: UInt32(bytes.count)))
    }
}
