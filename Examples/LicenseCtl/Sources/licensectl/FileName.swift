import ArgumentParser

/// A file name as the bytes that the system uses, without expansion, normalization or validation.
struct FileName: ExpressibleByArgument, CustomStringConvertible {
    /// The bytes of the name, without the null terminator.
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(argument: String) {
        self.init(bytes: CarriedArgument.bytes(of: argument))
    }

    /// The name for JSON results, with invalid UTF-8 replaced by U+FFFD.
    var text: String {
        String(decoding: self.bytes, as: UTF8.self)
    }

    /// The name for messages, with unprintable characters escaped.
    var description: String {
        self.text.escaped(keepingNewlines: false)
    }

    /// Calls a function with the name as a null-terminated C string.
    func withPointer<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (self.bytes + [0])
            .withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    // The base address is never nil, because the array contains at least the terminator.
                    characters.baseAddress.map(body) ?? body("")
                }
            }
    }
}
