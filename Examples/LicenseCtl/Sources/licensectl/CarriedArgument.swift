import Foundation

/// The bytes of an argument as a text, so that they pass through the argument parser unchanged.
///
/// An argument may be any bytes, and the parser takes texts. A byte that is not part of UTF-8 is carried as one of 256
/// private-use scalars. So are control characters, which stay apart from the parser's own newlines where it repeats an
/// argument in a message, and these private-use scalars themselves. Thus no two arguments are carried as the same text.
enum CarriedArgument {
    private static let carriers: ClosedRange<UInt32> = 0x10FE00...0x10FEFF

    /// The process's arguments, without the name of the program.
    static var all: [String] {
        let arguments = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
        return arguments.dropFirst().compactMap(\.self)
            .map { Self.text(carrying: Array(UnsafeRawBufferPointer(start: $0, count: strlen($0)))) }
    }

    /// Makes a text of an argument's bytes.
    static func text(carrying bytes: [UInt8]) -> String {
        var result = String.UnicodeScalarView()
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var position = 0
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded):
                let scalar = Unicode.UTF8.decode(encoded)
                if scalar.value < 0x20 || Self.carriers.contains(scalar.value) {
                    result.append(contentsOf: encoded.compactMap(Self.carrier))
                } else {
                    result.append(scalar)
                }
                position += encoded.count
            case .error(let length):
                result.append(contentsOf: bytes[position..<position + length].compactMap(Self.carrier))
                position += length
            case .emptyInput:
                return String(result)
            }
        }
    }

    /// The bytes that a text carries.
    static func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            Self.byte(of: scalar).map { [$0] } ?? Array(String(scalar).utf8)
        }
    }

    /// A message of the argument parser as people may read it: the bytes in it repaired, and all of them escaped.
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

    private static func carrier(of byte: UInt8) -> Unicode.Scalar? {
        Unicode.Scalar(Self.carriers.lowerBound + UInt32(byte))
    }

    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        Self.carriers.contains(scalar.value) ? UInt8(truncatingIfNeeded: scalar.value) : nil
    }
}
