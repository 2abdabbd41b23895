/// A name in a licence that is open: the known ones are constants, and others are kept as they are.
///
/// An identifier has 1 to 64 of the characters `A-Z a-z 0-9 . _ -` and starts with a letter or a digit.
/// It is compared byte by byte: `VMware` is not `vmware`.
///
/// A literal that is not an identifier is a programmer's error and traps; a text that comes from outside goes through
/// ``init(rawValue:)``, which returns `nil`.
public protocol LicenseIdentifier: RawRepresentable<String>, Hashable, Comparable, Sendable, Codable,
    CodingKeyRepresentable, LosslessStringConvertible, ExpressibleByStringLiteral
{
    /// Makes an identifier of a text, or `nil` where the text is none.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    init?(rawValue: String)
}

extension LicenseIdentifier {
    /// Makes an identifier of a text, or `nil` where the text is none.
    ///
    /// - Parameter description: The text, taken as it is.
    public init?(_ description: String) {
        self.init(rawValue: description)
    }

    /// Makes an identifier of a literal in the source.
    ///
    /// - Parameter value: The literal. It must be an identifier, or the program traps.
    public init(stringLiteral value: String) {
        guard let identifier = Self(rawValue: value) else {
            preconditionFailure("A literal of type \(Self.self) is not an identifier: \(value.debugDescription)")
        }
        self = identifier
    }

    /// The identifier's text.
    public var description: String {
        self.rawValue
    }

    /// Orders identifiers by their bytes.
    ///
    /// - Parameters:
    ///   - lhs: An identifier.
    ///   - rhs: Another identifier.
    /// - Returns: Whether `lhs` comes first.
    public static func < (lhs: Self, rhs: Self) -> Bool {
        // Identifiers are ASCII, which Swift's String orders by its bytes.
        lhs.rawValue < rhs.rawValue
    }
}

/// The spelling rules of identifiers and key ids.
package enum IdentifierSyntax {
    /// The most characters that an identifier has.
    package static let maximumLength = 64

    /// Tells whether a text is an identifier.
    package static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, first.isASCIILetterOrDigit else {
            return false
        }
        return self.isKeyID(text)
    }

    /// Tells whether a text is a key id, which may also start with one of `. _ -`.
    package static func isKeyID(_ text: String) -> Bool {
        let bytes = text.utf8
        return (1...self.maximumLength).contains(bytes.count)
            && bytes.allSatisfy {
                $0.isASCIILetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
            }
    }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            false
        }
    }
}
