/// A line of text in a license, such as the licensee's name.
///
/// It has 1 to 256 Unicode scalars. What a person cannot see, and what reorders what a person sees, is refused, so that
/// two names that look alike are alike. No line has
///
/// - a control character (C0, DEL, C1), a line or paragraph separator, or a bidirectional control;
/// - a character that is invisible and spells nothing, such as a zero-width space, a soft hyphen or a tag;
/// - a noncharacter.
///
/// Joiners (U+200C, U+200D), which Persian, Sinhala and Malayalam need, and variation selectors, which names in Han and
/// Mongolian need, are taken. None of them is the first scalar, and no joiner is the last.
///
/// ``problem(in:)`` says what is wrong with a text.
///
/// Two of them are equal where their bytes are. Swift's `String` would also call two spellings of `é` equal.
public struct ClaimString: ValidatedText {
    /// The most Unicode scalars of a line.
    package static let maximumLength = 256

    private let text: BytewiseText

    /// Takes a line of text, or is `nil`.
    ///
    /// - Parameter rawValue: The text, taken as it is.
    public init?(rawValue: String) {
        guard Self.problem(in: rawValue) == nil else {
            return nil
        }
        self.text = BytewiseText(rawValue)
    }

    /// The text.
    public var rawValue: String {
        self.text.string
    }

    /// Compares two lines by their bytes.
    ///
    /// - Parameters:
    ///   - lhs: A line.
    ///   - rhs: Another line.
    /// - Returns: Whether the bytes are equal.
    public static func == (lhs: ClaimString, rhs: ClaimString) -> Bool {
        // Else the standard library compares the raw values, as `String` does.
        lhs.text == rhs.text
    }

    /// Hashes the line's bytes.
    ///
    /// - Parameter hasher: The hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(self.text)
    }

    /// Orders lines by their bytes.
    ///
    /// - Parameters:
    ///   - lhs: A line.
    ///   - rhs: Another line.
    /// - Returns: Whether `lhs` comes first.
    public static func < (lhs: ClaimString, rhs: ClaimString) -> Bool {
        lhs.text < rhs.text
    }
}

// What is no line.
extension ClaimString {
    /// Says what keeps a text from being a line: the first fault that it has.
    ///
    /// It is for whoever writes licenses, who can then correct the text.
    ///
    /// - Parameter text: The text.
    /// - Returns: The fault, as the end of a sentence that starts with the text's name, such as "has U+200B, which nobody
    ///   can see"; `nil` where the text is a line.
    public static func problem(in text: String) -> String? {
        var length = 0
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            length += 1
            guard length <= self.maximumLength else {
                return "has more than \(self.maximumLength) Unicode scalars"
            }
            let kind = ScalarKind(scalar)
            if let refusal = kind.refusal {
                return "has \(scalar.name), \(refusal)"
            }
            if last == nil, kind == .joiner || kind == .variationSelector {
                return "starts with \(scalar.name), which belongs to a character before it"
            }
            last = scalar
        }
        guard let last else {
            return "is empty"
        }
        return ScalarKind(last) == .joiner
            ? "ends with \(last.name), which joins a character to one after it" : nil
    }
}

/// What a scalar is to a line.
private enum ScalarKind {
    case ordinary
    case control
    case separator
    case directional
    case invisible
    case noncharacter
    case joiner
    case variationSelector

    /// Looks a scalar up in the table of the format (Documentation/Format.md, section 7.1).
    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        // The printable characters of ASCII, which most lines consist of.
        case 0x20...0x7E:
            self = .ordinary
        // C0; DEL and C1.
        case 0x00...0x1F, 0x7F...0x9F:
            self = .control
        case 0x2028...0x2029:
            self = .separator
        // Marks, embeddings and overrides, isolates.
        case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
            self = .directional
        // Soft hyphen, fillers of Hangul, inherent vowels of Khmer.
        case 0x00AD, 0x115F...0x1160, 0x17B4...0x17B5, 0x3164, 0xFFA0,
            // Zero-width space, invisible operators, deprecated format characters, the empty pattern of Braille.
            0x200B, 0x2060...0x2065, 0x206A...0x206F, 0x2800,
            // Byte order mark, interlinear annotations, controls of musical notation, tags.
            0xFEFF, 0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE007F:
            self = .invisible
        case 0x200C...0x200D:
            self = .joiner
        case 0x180B...0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
            self = .variationSelector
        // The block of them, and the last two of every plane.
        case 0xFDD0...0xFDEF,
            _ where scalar.value & 0xFFFE == 0xFFFE:
            self = .noncharacter
        default:
            self = .ordinary
        }
    }

    /// Why no line has a scalar of the kind, or `nil` where it may have one.
    var refusal: String? {
        switch self {
        case .control: "a control character"
        case .separator: "which ends a line"
        case .directional: "which changes the direction of the text around it"
        case .invisible: "which nobody can see"
        case .noncharacter: "which is no character"
        case .ordinary, .joiner, .variationSelector: nil
        }
    }
}
