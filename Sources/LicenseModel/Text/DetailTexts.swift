/// The texts of errors in English and Simplified Chinese, with a percent sign in the place of each value.
///
/// Each text is three lines of one string: its name, the English and the Simplified Chinese text. One multi-line string adds
/// far less code to a program than a string for each text.
package struct DetailTexts: Sendable {
    /// A text in both languages.
    package typealias Text = (english: String, chinese: String)

    private let lines: [Substring]

    /// Creates the texts from their lines.
    ///
    /// Empty lines between texts are ignored.
    package init(_ lines: String) {
        self.lines = lines.split(separator: "\n")
    }

    /// The names of the texts, in order.
    package var names: [String] {
        stride(from: 0, to: self.lines.count, by: 3).map { String(self.lines[$0]) }
    }

    /// Accesses a text by its number, starting at 0.
    package subscript(number: Int) -> Text {
        (String(self.lines[3 * number + 1]), String(self.lines[3 * number + 2]))
    }

    /// Returns a text with values in place of its percent signs.
    ///
    /// - Parameters:
    ///   - number: The number of the text, starting at 0.
    ///   - values: The values in each language, in the order of the percent signs.
    /// - Returns: The text in both languages.
    package func text(_ number: Int, _ values: [Text]) -> Text {
        let text = self[number]
        return (text.english.filled(with: values.map(\.english)), text.chinese.filled(with: values.map(\.chinese)))
    }
}

extension String {
    /// Returns the text with values in place of its percent signs, in order.
    package func filled(with values: [String]) -> String {
        var rest = values[...]
        return self.unicodeScalars.reduce(into: "") { text, scalar in
            if scalar == "%" {
                text += rest.popFirst() ?? ""
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }
}
