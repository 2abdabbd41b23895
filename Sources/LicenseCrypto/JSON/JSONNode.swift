/// A value or a member's name in a scanned text: what it is, and where.
struct JSONNode {
    enum Kind: UInt8 {
        case object
        case array
        case name
        case string
        /// A number without fraction and exponent, other than `-0`.
        case integer
        /// Any other number.
        case number
        case `true`
        case `false`
        case null
    }

    let kind: Kind

    /// Whether a string or name has escapes, so that its text is not its bytes.
    var hasEscapes = false

    /// Whether a string or name is ASCII alone, its escapes resolved.
    var isASCII = true

    /// The first byte.
    ///
    /// Of a string or name: the first after the quote.
    let start: UInt32

    /// The end of the bytes.
    ///
    /// Of a string or name: the closing quote.
    var end: UInt32

    /// The node after this one and all that it contains.
    var next: UInt32 = 0

    /// How many members or elements a container has.
    var count: UInt32 = 0

    /// Of a container: the container around it.
    ///
    /// Of a name: a hash of its text.
    var parentOrHash: UInt32 = 0

    /// Of an object: its last name so far.
    ///
    /// Of a name: the name before it in the same object. 0: none.
    var previousName: UInt32 = 0
}
