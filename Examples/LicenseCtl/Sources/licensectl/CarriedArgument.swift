import Foundation

/// An encoding of arbitrary argument bytes as a string that passes through the argument parser unchanged.
///
/// An argument can contain any bytes, but the argument parser requires strings and splits them at grapheme clusters.
/// Therefore each byte that is not printable ASCII is encoded as one of 256 private-use scalars. Different arguments
/// always have different encodings, a combining accent does not merge with the parser's `=`, and a newline in an
/// argument can be distinguished from the newlines of an error message that quotes the argument.
///
/// Types that support arbitrary bytes decode them with ``bytes(of:)``: ``FileName``, and `ClaimString` for single-line
/// strings. All other types accept only ASCII and refuse the encoded scalars.
enum CarriedArgument {
    private static let carriers: ClosedRange<UInt32> = 0x10FE00...0x10FEFF

    /// The encoded arguments of the process, without the name of the program.
    static var all: [String] {
        let arguments = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
        return arguments.dropFirst().compactMap(\.self)
            .map { Self.text(of: UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    }

    /// Encodes the bytes of an argument as a string.
    static func text(of bytes: some Sequence<UInt8>) -> String {
        var result = String.UnicodeScalarView()
        for byte in bytes {
            let isPrintable = (0x20..<0x7F).contains(byte)
            result.append(Unicode.Scalar(isPrintable ? UInt32(byte) : Self.carriers.lowerBound + UInt32(byte)) ?? "?")
        }
        return String(result)
    }

    /// Decodes an argument to its original bytes.
    static func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            Self.byte(of: scalar).map { [$0] } ?? Array(String(scalar).utf8)
        }
    }

    /// Decodes the arguments that a message of the argument parser quotes, and escapes unprintable characters in them.
    static func readable(_ message: String) -> String {
        var result = ""
        var carried: [UInt8] = []
        func flush() {
            result += String(decoding: carried, as: UTF8.self).escaped(keepingNewlines: false)
            carried = []
        }
        for scalar in message.unicodeScalars {
            if let byte = Self.byte(of: scalar) {
                carried.append(byte)
            } else {
                flush()
                result.unicodeScalars.append(scalar)
            }
        }
        flush()
        return result
    }

    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        Self.carriers.contains(scalar.value) ? UInt8(truncatingIfNeeded: scalar.value) : nil
    }
}
