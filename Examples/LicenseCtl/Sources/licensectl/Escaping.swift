extension Unicode.Scalar {
    /// Whether the scalar is safe to print unescaped: it is visible and does not affect how other text is displayed.
    ///
    /// The following scalars are not printable: control and format characters, which include bidirectional controls;
    /// line and paragraph separators; private-use and unassigned characters; and characters that are displayed as
    /// blank.
    var isPrintable: Bool {
        if (0x20..<0x7F).contains(self.value) {
            return true
        }
        return switch self.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        // The blank Braille pattern has the category of a symbol, but nothing is visible.
        default: !self.properties.isDefaultIgnorableCodePoint && self.value != 0x2800
        }
    }
}

extension String {
    /// Returns the text with each unprintable scalar escaped, such as `\u{9B}`.
    ///
    /// The result is for people to read and cannot be unescaped, because backslashes in the text are not escaped.
    ///
    /// - Parameter keepingNewlines: Whether newlines are kept, for a text of several lines.
    /// - Returns: The escaped text.
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

    /// The JSON text with each unprintable scalar escaped, such as `\u009B`, or as a surrogate pair above U+FFFF.
    ///
    /// The value of the JSON does not change, because only its strings can contain such scalars.
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
