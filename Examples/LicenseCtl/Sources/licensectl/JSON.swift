import ArgumentParser
import Foundation
import Licensing

/// A JSON value that a command prints.
///
/// Absent values are encoded as `null`. A synthesized `encode(to:)` would omit them.
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

    /// Creates a string from the description of a value, or `null` if the value is `nil`.
    init(_ value: (some CustomStringConvertible)?) {
        self = value.map { .string($0.description) } ?? .null
    }

    /// Creates an object with a text in each of the languages, or in English where there is no translation.
    init(_ text: LocalizedText, in languages: [LicenseLanguage]) {
        self = .object(Dictionary(uniqueKeysWithValues: languages.map { ($0.rawValue, .string(text[$0])) }))
    }

    /// Creates a number, or `null` if the value is `nil`.
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

    /// Prints the value on a separate line.
    ///
    /// - Throws: The exit status 74 if writing fails.
    func printLine() throws {
        try licensectl.printLine(self)
    }
}

/// Prints a value as one line of JSON.
///
/// - Throws: The exit status 74 if writing fails.
func printLine(_ value: some Encodable) throws {
    try StandardStreams.output(Array((try jsonText(value) + "\n").utf8))
}

/// Returns a value as JSON without line breaks, with sorted keys and with unprintable characters escaped.
func jsonText(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self).escapedJSON
}
