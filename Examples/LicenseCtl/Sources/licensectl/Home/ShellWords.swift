/// The words of a line, split as a POSIX shell does.
///
/// White space separates words. Single quotes keep everything, double quotes everything but a backslash before `"`, `\`, `$`
/// and a backquote. Elsewhere a backslash keeps the next character. Nothing is expanded.
struct ShellWords {
    /// Why a line cannot be split.
    enum Problem: Error {
        case unclosedQuote
        case trailingBackslash
        case zeroByte
    }

    /// The words, as the bytes of the line.
    let words: [[UInt8]]

    init(_ line: some Sequence<UInt8>) throws(Problem) {
        var words: [[UInt8]] = []
        var word: [UInt8] = []
        var isInWord = false
        var quote: UInt8?
        var bytes = line.makeIterator()
        while let byte = bytes.next() {
            isInWord = isInWord || !Self.space.contains(byte)
            switch (byte, quote) {
            case (0, _):
                throw .zeroByte
            case (quote, _):
                quote = nil
            case (_, Self.singleQuote):
                word.append(byte)
            case (Self.backslash, _):
                guard let next = bytes.next() else {
                    throw .trailingBackslash
                }
                if quote != nil, !Self.escapable.contains(next) {
                    word.append(byte)
                }
                word.append(next)
            case (Self.singleQuote, nil), (Self.doubleQuote, nil):
                quote = byte
            case (_, nil) where Self.space.contains(byte):
                if isInWord {
                    words.append(word)
                }
                (word, isInWord) = ([], false)
            default:
                word.append(byte)
            }
        }
        guard quote == nil else {
            throw .unclosedQuote
        }
        self.words = isInWord ? words + [word] : words
    }

    private static let singleQuote = UInt8(ascii: "'")
    private static let doubleQuote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    private static let escapable = Array("\"\\$`".utf8)
    private static let space = Array(" \t\r".utf8)
}
