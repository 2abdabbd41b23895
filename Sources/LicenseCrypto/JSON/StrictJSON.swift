/// A parsed JSON text that follows strict rules, so that every conforming parser reads the same values.
///
/// The text is UTF-8 without a byte order mark, and contains exactly one object (RFC 8259, RFC 7493). No object has two
/// members of the same name, compared after their escapes are resolved. Trailing commas, comments, lone surrogates and
/// U+0000 are not allowed. The depth and the numbers of members and values are bounded. The rules apply to the whole
/// text, including members that are ignored.
package final class StrictJSON: Sendable {
    let bytes: [UInt8]
    let nodes: [JSONNode]

    /// Parses a text and checks every rule.
    ///
    /// - Parameter bytes: The text. The caller must limit its size.
    /// - Throws: `JSONError` if the text breaks a rule.
    package init(_ bytes: [UInt8]) throws(JSONError) {
        self.nodes = try JSONScanner(bytes).nodes
        self.bytes = bytes
    }

    /// The members of the outermost object, in the order of the text.
    package var members: JSONValue.Members {
        JSONValue.Members(self, 0)
    }
}
