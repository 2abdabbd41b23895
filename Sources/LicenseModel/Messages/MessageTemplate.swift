/// A message's text with placeholders for values.
///
/// An example is `The license[ {license}] for {name} expired[ at {instant}].`:
///
/// - `{license}` is replaced by a value.
/// - `{days:day/days}` is replaced by the first word if the value is 1, and otherwise by the second word.
/// - `[…]` is omitted if one of its values is missing. `[…|…]` is then replaced by the second text.
struct MessageTemplate {
    /// A value that a template can contain.
    enum Placeholder: String, CaseIterable {
        case product, contact, name, license, issuer, nodes, node, more, feature, unit, instant, until, days, limit,
            newLimit,
            used, overage,
            requested
        case status, edition, code, member, block, line, file
    }

    private enum Part {
        case text(String)
        case value(Placeholder)
        case word(Placeholder, one: String, other: String)
        case section([Part], instead: [Part])
    }

    private let parts: [Part]

    /// Parses the text of a template.
    ///
    /// - Throws: ``InvalidTextError`` if a brace or bracket is unbalanced or nested, or if a placeholder is unknown.
    init(_ text: String) throws(InvalidTextError) {
        self.parts = try Self.parts(of: Array(text.utf8)[...], inSection: false)
    }

    /// The placeholders of the template, including those in sections.
    var placeholders: [Placeholder] {
        Self.placeholders(of: self.parts)
    }

    /// Returns whether a template contains letters or digits outside its placeholders.
    static func hasWords(_ text: String) -> Bool {
        var isInPlaceholder = false
        return text.utf8.contains { byte in
            isInPlaceholder = byte == UInt8(ascii: "{") || isInPlaceholder && byte != UInt8(ascii: "}")
            return !isInPlaceholder && (byte.isASCIILetterOrDigit || byte >= 0x80)
        }
    }

    /// Returns the text with values in place of the placeholders.
    ///
    /// - Parameter value: A closure that returns the value for a placeholder, or `nil` if the message has no such value. The
    ///   placeholder is then removed.
    /// - Returns: The text for people.
    func text(_ value: (Placeholder) -> String?) -> String {
        Self.text(of: self.parts, value)
    }

    private static func text(of parts: [Part], _ value: (Placeholder) -> String?) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let words):
                text += words
            case .value(let placeholder):
                text += value(placeholder) ?? ""
            case .word(let placeholder, let one, let other):
                text += value(placeholder) == "1" ? one : other
            case .section(let parts, let instead):
                let isComplete = self.placeholders(of: parts).allSatisfy { value($0) != nil }
                text += self.text(of: isComplete ? parts : instead, value)
            }
        }
        return text
    }

    private static func placeholders(of parts: [Part]) -> [Placeholder] {
        parts.flatMap { part -> [Placeholder] in
            switch part {
            case .text: []
            case .value(let placeholder), .word(let placeholder, _, _): [placeholder]
            case .section(let parts, let instead): self.placeholders(of: parts) + self.placeholders(of: instead)
            }
        }
    }

    private static func parts(of bytes: ArraySlice<UInt8>, inSection: Bool) throws(InvalidTextError) -> [Part] {
        var parts: [Part] = []
        var rest = bytes
        while let start = rest.firstIndex(where: { "[]{}".utf8.contains($0) }) {
            parts.append(.text(String(decoding: rest[..<start], as: UTF8.self)))
            let close: UInt8 = rest[start] == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
            let isOpen = rest[start] == UInt8(ascii: "{") || rest[start] == UInt8(ascii: "[") && !inSection
            guard isOpen, let end = rest[start...].firstIndex(of: close) else {
                throw InvalidTextError(Self.self, "has a brace or bracket that is unbalanced or nested")
            }
            let inner = rest[(start + 1)..<end]
            if close == UInt8(ascii: "}") {
                parts.append(try self.placeholder(inner))
            } else {
                let bar = inner.firstIndex(of: UInt8(ascii: "|")) ?? inner.endIndex
                let first = try self.parts(of: inner[..<bar], inSection: true)
                parts.append(.section(first, instead: try self.parts(of: inner[bar...].dropFirst(), inSection: true)))
            }
            rest = rest[(end + 1)...]
        }
        parts.append(.text(String(decoding: rest, as: UTF8.self)))
        return parts
    }

    private static func placeholder(_ text: ArraySlice<UInt8>) throws(InvalidTextError) -> Part {
        let colon = text.firstIndex(of: UInt8(ascii: ":")) ?? text.endIndex
        guard let placeholder = Placeholder(rawValue: String(decoding: text[..<colon], as: UTF8.self)) else {
            let names = Placeholder.allCases.map(\.rawValue).joined(separator: ", ")
            throw InvalidTextError(Self.self, "has a placeholder that is not one of \(names)")
        }
        guard colon < text.endIndex else {
            return .value(placeholder)
        }
        let words = String(decoding: text[colon...].dropFirst(), as: UTF8.self)
            .split(separator: "/", omittingEmptySubsequences: false)
            .map(String.init)
        guard words.count == 2 else {
            throw InvalidTextError(
                Self.self,
                "has a placeholder that does not give two words, one for 1 and one for other values"
            )
        }
        return .word(placeholder, one: words[0], other: words[1])
    }
}
