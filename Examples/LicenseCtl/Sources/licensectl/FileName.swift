import ArgumentParser

/// A file's name as the system takes it: any bytes, of which nothing is expanded, resolved or repaired.
struct FileName: ExpressibleByArgument, CustomStringConvertible {
    /// The name's bytes, without the zero that ends them in C.
    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(argument: String) {
        self.init(bytes: CarriedArgument.bytes(of: argument))
    }

    /// The name for results: U+FFFD stands for what is not UTF-8.
    var text: String {
        String(decoding: self.bytes, as: UTF8.self)
    }

    /// The name for messages, escaped.
    var description: String {
        self.text.escaped(keepingNewlines: false)
    }

    /// Hands the name to a function of the system.
    func withPointer<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (self.bytes + [0])
            .withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    // There is an element, the zero.
                    characters.baseAddress.map(body) ?? body("")
                }
            }
    }
}
