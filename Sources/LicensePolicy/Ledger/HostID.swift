import LicenseModel

/// The id of a host in a ``HostLedger``, such as its UUID: any text, compared by its bytes.
///
/// Swift's `String` would call two spellings of `é` equal, and so count two hosts as one.
public struct HostID: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The text.
    public let rawValue: String

    /// Makes an id of a text.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Makes an id of a text.
    ///
    /// - Parameter text: The text, taken as it is.
    public init(_ text: String) {
        self.rawValue = text
    }

    /// Makes an id of a literal in the source.
    ///
    /// - Parameter value: The literal.
    public init(stringLiteral value: String) {
        self.rawValue = value
    }

    /// The text.
    public var description: String {
        self.rawValue
    }

    /// Compares two ids by their bytes.
    ///
    /// - Parameters:
    ///   - lhs: An id.
    ///   - rhs: Another id.
    /// - Returns: Whether the bytes are equal.
    public static func == (lhs: HostID, rhs: HostID) -> Bool {
        lhs.rawValue.hasBytes(of: rhs.rawValue)
    }

    /// Feeds the id's bytes to a hasher.
    ///
    /// - Parameter hasher: The hasher.
    public func hash(into hasher: inout Hasher) {
        for byte in self.rawValue.utf8 {
            hasher.combine(byte)
        }
        hasher.combine(UInt8(0xFF))
    }
}
