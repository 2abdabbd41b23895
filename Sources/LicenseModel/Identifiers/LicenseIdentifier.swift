/// A name in a license: the names of this release are constants, and others are kept as they are.
///
/// An identifier has 1 to 64 of the characters `A-Z a-z 0-9 . _ -` and starts with a letter or a digit.
/// It is compared byte by byte: `Search` is not `search`.
///
/// A literal that is not an identifier is a programmer's error and traps. That goes for a literal in parentheses, too:
/// `ProductID("photon db")` is the literal, and `ProductID(text)` throws.
public protocol LicenseIdentifier: ValidatedText, ExpressibleByStringLiteral {}

extension LicenseIdentifier {
    /// Tells what keeps a text from being an identifier.
    ///
    /// - Parameter text: The text.
    /// - Returns: The end of a sentence that starts with the text's name. `nil` if the text is an identifier.
    public static func problem(in text: String) -> String? {
        IdentifierSyntax.problem(in: text)
    }

    /// Takes a literal in the source.
    ///
    /// - Parameter value: The literal. It must be an identifier, or the program traps.
    public init(stringLiteral value: String) {
        guard let identifier = Self(rawValue: value) else {
            preconditionFailure("A literal of type \(Self.self) is not an identifier: \(value.debugDescription)")
        }
        self = identifier
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
        return (1...self.maximumLength).contains(bytes.count) && bytes.allSatisfy(\.isIdentifierCharacter)
    }

    /// Tells what keeps a text from being an identifier, or a key id.
    package static func problem(in text: String, isKeyID: Bool = false) -> String? {
        guard !(isKeyID ? self.isKeyID(text) : self.isIdentifier(text)) else {
            return nil
        }
        if text.isEmpty {
            return "is empty"
        }
        let isOther: (Unicode.Scalar) -> Bool = { !($0.isASCII && UInt8(ascii: $0).isIdentifierCharacter) }
        if let scalar = text.unicodeScalars.first(where: isOther) {
            return "has \(scalar.name), and is to have only A-Z a-z 0-9 . _ -"
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
