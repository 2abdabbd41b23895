/// A JSON text that keeps the strict rules: whoever signed it and whoever reads it see the same.
///
/// The text is UTF-8 without a byte order mark and holds one object (RFC 8259, RFC 7493). No object has two members of
/// one name, compared after their escapes are resolved. There is no trailing comma, no comment, no lone surrogate and no
/// U+0000. Nesting, members and values are bounded. All of this holds in the members that nobody reads, too.
package final class StrictJSON: Sendable {
    let bytes: [UInt8]
    let nodes: [JSONNode]

    /// Reads a text.
    ///
    /// - Parameter bytes: The text. Its size is the caller's to bound.
    /// - Throws: `JSONError` where the text breaks a rule.
    package init(_ bytes: [UInt8]) throws(JSONError) {
        self.nodes = try JSONScanner(bytes).nodes
        self.bytes = bytes
    }

    /// The members of the outermost object.
    package var members: JSONValue.Members {
        JSONValue.Members(self, 0)
    }
}
