import ArgumentParser
import Foundation

/// A JSON value to print.
///
/// Absent values are written as `null`, which synthesized encoders leave out.
enum JSON: Encodable, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByBooleanLiteral
{
    case object([String: JSON])
    case array([JSON])
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case null

    init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(uniqueKeysWithValues: elements))
    }

    init(arrayLiteral elements: JSON...) {
        self = .array(elements)
    }

    init(stringLiteral value: String) {
        self = .string(value)
    }

    init(booleanLiteral value: Bool) {
        self = .boolean(value)
    }

    /// The text of a value, or `null` where there is none.
    init(_ value: (some CustomStringConvertible)?) {
        self = value.map { .string($0.description) } ?? .null
    }

    /// A number, or `null` where there is none.
    init(_ value: Int?) {
        self = value.map(JSON.integer) ?? .null
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .object(let members): try container.encode(members)
        case .array(let elements): try container.encode(elements)
        case .string(let string): try container.encode(string)
        case .integer(let integer): try container.encode(integer)
        case .boolean(let boolean): try container.encode(boolean)
        case .null: try container.encodeNil()
        }
    }

    /// Prints the value on a line of its own.
    ///
    /// - Throws: The exit status of failed output.
    func printLine() throws {
        try licensectl.printLine(self)
    }
}

/// Prints a value as JSON on a line of its own, its keys sorted, and what is not printable escaped.
///
/// - Throws: The exit status of failed output.
func printLine(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(value), as: UTF8.self)
    try StandardStreams.output(Array((text.escapedJSON + "\n").utf8))
}
