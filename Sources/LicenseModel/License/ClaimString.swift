/// A single-line string in a license, such as the licensee's name or a node's thumbprint.
///
/// ```swift
/// let node = try ClaimString("host-17.example.com")
/// ```
///
/// It has 1 to 256 Unicode scalars. Invisible characters and characters that reorder text are not valid, so that strings
/// with different contents are less likely to look the same. A claim string has none of the following:
///
/// - Control characters (C0, DEL, C1), line or paragraph separators and bidirectional controls.
/// - Invisible characters that carry no meaning, such as the zero-width space, the soft hyphen and tags.
/// - Noncharacters.
///
/// Joiners (U+200C and U+200D) are valid, because Persian, Sinhala and Malayalam need them. So are variation selectors,
/// because Han and Mongolian names need them. Neither can be the first scalar, and a joiner cannot be the last.
///
/// Claim strings compare by their bytes. `String` compares by canonical equivalence, so it considers the composed and the
/// decomposed `é` equal.
public struct ClaimString: ValidatedText {
    /// The maximum number of Unicode scalars in a claim string.
    package static let maximumLength = 256

    private let text: BytewiseText

    /// Creates a claim string, or returns `nil` if the text is not valid.
    ///
    /// - Parameter rawValue: The text, which is used unchanged.
    public init?(rawValue: String) {
        guard Self.problem(in: rawValue) == nil else {
            return nil
        }
        self.text = BytewiseText(rawValue)
    }

    /// The text as written in the license.
    public var rawValue: String {
        self.text.string
    }

    /// The text with a backslash before each quote and backslash, so that it cannot appear to end a quotation early.
    package var escaped: String {
        self.rawValue.reduce(into: "") { $0 += $1 == "'" || $1 == "\\" ? "\\\($1)" : String($1) }
    }

    /// Compares two claim strings by their bytes.
    public static func == (lhs: ClaimString, rhs: ClaimString) -> Bool {
        // The default implementation for `RawRepresentable` compares the raw values as `String` does.
        lhs.text == rhs.text
    }

    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public func hash(into hasher: inout Hasher) {
        hasher.combine(self.text)
    }

    /// Orders two claim strings by their bytes.
    public static func < (lhs: ClaimString, rhs: ClaimString) -> Bool {
        lhs.text < rhs.text
    }
}

extension ClaimString {
    /// Returns the reason why a text is not a valid claim string.
    ///
    /// A tool that issues licenses can show the problem next to the text.
    ///
    /// - Parameter text: The text to check.
    /// - Returns: The first problem as a predicate, such as `has U+200B, an invisible character`, or `nil` if the text is a
    ///   valid claim string.
    public static func problem(in text: String) -> String? {
        self.localizedProblem(in: text)?.english
    }

    /// Returns the reason why a text is not a valid claim string, as a predicate in English and in Chinese.
    package static func localizedProblem(in text: String) -> (english: String, chinese: String)? {
        var length = 0
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            length += 1
            guard length <= self.maximumLength else {
                return ("has more than \(self.maximumLength) Unicode scalars", "超过\(self.maximumLength)个字符")
            }
            let kind = ScalarKind(scalar)
            if let refusal = kind.refusal {
                return scalar.fill(refusal)
            }
            if last == nil, kind == .joiner || kind == .variationSelector {
                return scalar.fill(("starts with %, which must follow another character", "以%开头，而其前面必须有其他字符"))
            }
            last = scalar
        }
        guard let last else {
            return ("is empty", "为空")
        }
        return ScalarKind(last) == .joiner
            ? last.fill(("ends with %, which must precede another character", "以%结尾，而其后面必须有其他字符")) : nil
    }
}

extension Unicode.Scalar {
    /// Returns the two texts with the scalar's name in the place of a percent sign.
    fileprivate func fill(_ texts: (english: String, chinese: String)) -> (english: String, chinese: String) {
        (texts.english.filled(with: [self.name]), texts.chinese.filled(with: [self.name]))
    }
}

/// The kind of a Unicode scalar, by the rules of claim strings.
private enum ScalarKind {
    case ordinary
    case control
    case separator
    case directional
    case invisible
    case noncharacter
    case joiner
    case variationSelector

    /// Classifies a scalar by the table in `Documentation/Format.md`, section 7.1.
    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        // Printable ASCII. It comes first because most strings consist of it.
        case 0x20...0x7E:
            self = .ordinary
        // C0, DEL and C1.
        case 0x00...0x1F, 0x7F...0x9F:
            self = .control
        case 0x2028...0x2029:
            self = .separator
        // Marks, embeddings, overrides and isolates.
        case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
            self = .directional
        // Soft hyphen, Hangul fillers, Khmer inherent vowels.
        case 0x00AD, 0x115F...0x1160, 0x17B4...0x17B5, 0x3164, 0xFFA0,
            // Zero-width space, invisible operators, deprecated format characters, Braille pattern blank.
            0x200B, 0x2060...0x2065, 0x206A...0x206F, 0x2800,
            // Byte order mark, interlinear annotations, musical controls, tags.
            0xFEFF, 0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE007F:
            self = .invisible
        case 0x200C...0x200D:
            self = .joiner
        case 0x180B...0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
            self = .variationSelector
        // The noncharacter block, and the last two code points of each plane.
        case 0xFDD0...0xFDEF,
            _ where scalar.value & 0xFFFE == 0xFFFE:
            self = .noncharacter
        default:
            self = .ordinary
        }
    }

    /// The reason why scalars of this kind are not valid, with a percent sign in the place of the scalar's name.
    ///
    /// `nil` if they are valid.
    var refusal: (english: String, chinese: String)? {
        switch self {
        case .control: ("has %, a control character", "含有控制字符%")
        case .separator: ("has %, a line or paragraph separator", "含有行或段落分隔符%")
        case .directional: ("has %, which changes the direction of the surrounding text", "含有改变文字方向的字符%")
        case .invisible: ("has %, an invisible character", "含有不可见字符%")
        case .noncharacter: ("has %, a noncharacter", "含有非字符%")
        case .ordinary, .joiner, .variationSelector: nil
        }
    }
}
