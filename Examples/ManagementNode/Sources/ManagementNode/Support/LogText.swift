/// Texts of clients in the log.
enum LogText {
    /// The most characters of a text that the log shows.
    static let maximumLength = 64

    /// Returns the start of a text, in which each character that is not visible is escaped.
    ///
    /// A name in a log line can then neither start another line nor hide a part of it.
    static func shown(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let shown = scalars.prefix(self.maximumLength).map { $0.isVisible ? String($0) : $0.escaped(asASCII: true) }
        return shown.joined() + (scalars.count > self.maximumLength ? "…" : "")
    }
}

extension Unicode.Scalar {
    /// Whether people see the character, or the space that it makes, and it does not change the direction of others.
    var isVisible: Bool {
        switch self.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: !self.properties.isDefaultIgnorableCodePoint
        }
    }
}
