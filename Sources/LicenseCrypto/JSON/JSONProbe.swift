/// What the packages for fuzzing and benchmarks reach of the strict reader.
@_spi(Fuzzing) public enum JSONProbe {
    /// Tells whether a text is strict JSON.
    ///
    /// - Parameter bytes: The text.
    /// - Returns: Whether it is taken.
    public static func isStrict(_ bytes: [UInt8]) -> Bool {
        (try? StrictJSON(bytes)) != nil
    }

    /// Reads a text and everything in it.
    ///
    /// - Parameter bytes: The text.
    /// - Returns: How many values it has, or `nil` where it is refused.
    public static func countValues(_ bytes: [UInt8]) -> Int? {
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

    /// The hash by which equal member names are found, which is keyed anew in each process.
    ///
    /// - Parameter name: A name without escapes.
    /// - Returns: The hash.
    package static func hash(ofName name: String) -> UInt32 {
        let bytes = Array(name.utf8)
        return JSONStringBytes.hash(bytes, JSONNode(kind: .name, start: 0, end: UInt32(bytes.count)))
    }
}
