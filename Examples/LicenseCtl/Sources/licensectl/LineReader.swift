import ArgumentParser

/// Reads standard input line by line, each as soon as it is there.
struct LineReader {
    /// The maximum number of bytes in a line.
    static let maximumSize = 64 * 1_024

    /// A line, which can end without a line break at the end of the input.
    enum Line {
        case text([UInt8])
        case tooLong
    }

    private var buffer: [UInt8] = []
    private var isAtEnd = false

    /// Returns the next line without its line break, or `nil` at the end of the input.
    ///
    /// - Throws: The exit status 74 if reading fails, after printing a message.
    mutating func next() throws(ExitCode) -> Line? {
        var isTooLong = false
        while true {
            if let end = self.buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(self.buffer[..<end])
                self.buffer.removeSubrange(...end)
                return isTooLong || line.count > Self.maximumSize ? .tooLong : .text(line)
            }
            if self.buffer.count > Self.maximumSize {
                isTooLong = true
                self.buffer = []
            }
            guard !self.isAtEnd else {
                defer { self.buffer = [] }
                return isTooLong ? .tooLong : self.buffer.isEmpty ? nil : .text(self.buffer)
            }
            try self.fill()
        }
    }

    private mutating func fill() throws(ExitCode) {
        var chunk = [UInt8](repeating: 0, count: 4_096)
        guard let count = chunk.withUnsafeMutableBytes({ Descriptor.standardInput.fill($0) }) else {
            try printError("Standard input could not be read.")
            throw .inputOrOutputFailed
        }
        self.isAtEnd = count == 0
        self.buffer += chunk[..<count]
    }
}
