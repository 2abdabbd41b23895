/// A line of text in a licence, such as the licensee's name.
///
/// It has 1 to 256 Unicode scalars, and none that a person cannot see or that reorders what a person sees: no control
/// characters (C0, DEL, C1), no line or paragraph separators (U+2028, U+2029), no zero-width or bidirectional format
/// characters (U+200B to U+200F, U+202A to U+202E, U+2060 to U+2069, U+FEFF).
///
/// Two of them are equal where their bytes are. Swift's `String` would also call two spellings of `é` equal.
public struct ClaimString: RawRepresentable, Sendable, Codable, LosslessStringConvertible {
    /// The most Unicode scalars of a line.
    package static let maximumLength = 256

    /// The text.
    public let rawValue: String

    /// Makes a line of a text, or `nil` where the text is none.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        var length = 0
        for scalar in rawValue.unicodeScalars {
            length += 1
            guard length <= Self.maximumLength, Self.isAllowed(scalar) else {
                return nil
            }
        }
        guard length > 0 else {
            return nil
        }
        self.rawValue = rawValue
    }

    /// Makes a line of a text, or `nil` where the text is none.
    ///
    /// - Parameter description: The text, taken as it is.
    public init?(_ description: String) {
        self.init(rawValue: description)
    }

    /// The text.
    public var description: String {
        self.rawValue
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x2029, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
            false
        default:
            true
        }
    }
}

extension ClaimString: Hashable, Comparable {
    /// Compares two lines by their bytes.
    ///
    /// - Parameters:
    ///   - lhs: A line.
    ///   - rhs: Another line.
    /// - Returns: Whether the bytes are equal.
    public static func == (lhs: ClaimString, rhs: ClaimString) -> Bool {
        lhs.rawValue.hasBytes(of: rhs.rawValue)
    }

    /// Orders lines by their bytes.
    ///
    /// - Parameters:
    ///   - lhs: A line.
    ///   - rhs: Another line.
    /// - Returns: Whether `lhs` comes first.
    public static func < (lhs: ClaimString, rhs: ClaimString) -> Bool {
        lhs.rawValue.utf8.lexicographicallyPrecedes(rhs.rawValue.utf8)
    }

    /// Feeds the line's bytes to a hasher.
    ///
    /// - Parameter hasher: The hasher.
    public func hash(into hasher: inout Hasher) {
        for byte in self.rawValue.utf8 {
            hasher.combine(byte)
        }
        hasher.combine(UInt8(0xFF))
    }
}
