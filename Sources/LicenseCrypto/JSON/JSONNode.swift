/// The kind and position of a value or member name in a scanned text.
///
/// The scanner lists nodes in the order of the text: a container comes before its contents, and a name before its value.
struct JSONNode {
    enum Kind: UInt8 {
        case object
        case array
        case name
        case string
        /// A number without a fraction or an exponent, other than `-0`.
        case integer
        /// A number that is not an `integer`.
        case number
        case `true`
        case `false`
        case null
    }

    let kind: Kind

    /// Whether a string or name has escapes, in which case its text differs from its bytes.
    var hasEscapes = false

    /// Whether a string or name contains only ASCII characters after its escapes are resolved.
    var isASCII = true

    /// The offset of the first byte of the value.
    ///
    /// For a string or name, the offset of the first byte after the opening quote.
    let start: UInt32

    /// The offset after the last byte of the value.
    ///
    /// For a string or name, the offset of the closing quote.
    var end: UInt32

    /// The index of the node that follows this one and everything in it.
    var next: UInt32 = 0

    /// The number of members or elements in a container.
    var count: UInt32 = 0

    /// For a container, the index of the enclosing container; for a name, the hash of its text.
    var parentOrHash: UInt32 = 0

    /// For an object, the index of its last name; for a name, the index of the previous name in the same object.
    ///
    /// 0 if there is no such name.
    var previousName: UInt32 = 0
}
