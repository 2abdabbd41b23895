import Foundation

/// The bytes of an argument as a text that the argument parser leaves alone.
///
/// An argument may be any bytes, and the parser takes texts, which it splits by what Swift calls characters. So every byte
/// that is not printable ASCII is carried as one of 256 private-use scalars. No two arguments are carried as the same text,
/// no accent joins the parser's `=`, and a newline in an argument stays apart from those of a message that repeats it.
///
/// A type of argument that may have such bytes asks for them: ``FileName`` for names of files, and lines of text. Every
/// other type takes ASCII alone, and refuses what is carried.
enum CarriedArgument {
    private static let carriers: ClosedRange<UInt32> = 0x10FE00...0x10FEFF

    /// The process's arguments, without the name of the program.
    static var all: [String] {
        let arguments = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
        return arguments.dropFirst().compactMap(\.self)
            .map { Self.text(carrying: UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    }

    /// Makes a text of an argument's bytes.
    private static func text(carrying bytes: UnsafeRawBufferPointer) -> String {
        var result = String.UnicodeScalarView()
        for byte in bytes {
            let isPrintable = (0x20..<0x7F).contains(byte)
            result.append(Unicode.Scalar(isPrintable ? UInt32(byte) : Self.carriers.lowerBound + UInt32(byte)) ?? "?")
        }
        return String(result)
    }

    /// The bytes that a text carries.
    static func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            Self.byte(of: scalar).map { [$0] } ?? Array(String(scalar).utf8)
        }
    }

    /// A message of the argument parser as people may read it: what is carried in it repaired, and escaped with its newlines.
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
