/// A type of name that appears in a license, such as a module or a unit.
///
/// An identifier has 1 to 64 of the characters `A-Z a-z 0-9 . _ -` and starts with a letter or digit. Comparison is
/// case-sensitive. Names that this release does not define are valid and kept unchanged.
///
/// A literal that is not a valid identifier is a programming error and traps, even as the argument of an initializer.
/// For other text, the initializer throws an error instead:
///
/// ```swift
/// let product: ProductID = "photon"
/// let other = try ProductID(text)    // throws InvalidTextError
/// let wrong = ProductID("photon db")    // traps, because the argument is a literal
/// ```
public protocol LicenseIdentifier: ValidatedText, ExpressibleByStringLiteral {}

extension LicenseIdentifier {
    /// Returns the reason why a text is not a valid identifier.
    ///
    /// - Parameter text: The text to check.
    /// - Returns: The first problem as a predicate, such as `is empty`, or `nil` if the text is a valid identifier.
    public static func problem(in text: String) -> String? {
        IdentifierSyntax.problem(in: text)
    }

    /// Creates an identifier from a literal.
    ///
    /// - Parameter value: The literal, which must be a valid identifier. Otherwise the program traps.
    public init(stringLiteral value: String) {
        guard let identifier = Self(rawValue: value) else {
            preconditionFailure("A literal of type \(Self.self) is not a valid identifier: \(value.debugDescription)")
        }
        self = identifier
    }

    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public static func < (lhs: Self, rhs: Self) -> Bool {
        // Identifiers are ASCII, which `String` orders by bytes.
        lhs.rawValue < rhs.rawValue
    }
}

/// The syntax rules of identifiers and key IDs.
package enum IdentifierSyntax {
    /// The maximum number of characters in an identifier or a key ID.
    package static let maximumLength = 64

    /// Returns whether a text is a valid identifier.
    package static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, first.isASCIILetterOrDigit else {
            return false
        }
        return self.isKeyID(text)
    }

    /// Returns whether a text is a valid key ID, which can also start with one of `. _ -`.
    package static func isKeyID(_ text: String) -> Bool {
        let bytes = text.utf8
        return (1...self.maximumLength).contains(bytes.count) && bytes.allSatisfy(\.isIdentifierCharacter)
    }

    /// Returns the reason why a text is not a valid identifier or key ID, or `nil` if it is valid.
    package static func problem(in text: String, isKeyID: Bool = false) -> String? {
        guard !(isKeyID ? self.isKeyID(text) : self.isIdentifier(text)) else {
            return nil
        }
        if text.isEmpty {
            return "is empty"
        }
        let isOther: (Unicode.Scalar) -> Bool = { !($0.isASCII && UInt8(ascii: $0).isIdentifierCharacter) }
        if let scalar = text.unicodeScalars.first(where: isOther) {
            return "has \(scalar.name), but can have only A-Z a-z 0-9 . _ -"
        }
        if text.utf8.count > self.maximumLength {
            return "has more than \(self.maximumLength) characters"
        }
        return "does not start with a letter or digit"
    }
}

extension UInt8 {
    fileprivate var isIdentifierCharacter: Bool {
        self.isASCIILetterOrDigit || self == UInt8(ascii: ".") || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
    }

    var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            false
        }
    }
}
