extension Unicode.Scalar {
    /// Whether the scalar can be printed as it is: a person sees it, and it changes nothing about what else is seen.
    ///
    /// Control and format characters are none such, bidirectional ones among them; neither are separators of lines,
    /// characters without a meaning that everybody shares, and those that fonts show as nothing.
    var isPrintable: Bool {
        if (0x20..<0x7F).contains(self.value) {
            return true
        }
        return switch self.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        // The empty Braille pattern is a symbol by its category, and blank.
        default: !self.properties.isDefaultIgnorableCodePoint && self.value != 0x2800
        }
    }
}

extension String {
    /// The text with what is not printable as `\u{9B}`.
    ///
    /// - Parameter keepingNewlines: Whether newlines stay, in a text of several lines.
    /// - Returns: The text. It is for people: a backslash stays as it is, so that not every text can be told from it.
    func escaped(keepingNewlines: Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in self.unicodeScalars {
            if scalar.isPrintable || keepingNewlines && scalar == "\n" {
                result.append(scalar)
            } else {
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            }
        }
        return String(result)
    }

    /// A text of JSON with what is not printable as `\u009B`, beyond U+FFFF as a pair of surrogates.
    ///
    /// It says the same: only the strings of JSON can have such characters.
    var escapedJSON: String {
        var result = String.UnicodeScalarView()
        for scalar in self.unicodeScalars {
            if scalar.isPrintable {
                result.append(scalar)
            } else {
                for unit in UTF16.encode(scalar) ?? .init() {
                    let digits = String(unit, radix: 16, uppercase: true)
                    let zeros = String(repeating: "0", count: 4 - digits.count)
                    result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
                }
            }
        }
        return String(result)
    }
}
