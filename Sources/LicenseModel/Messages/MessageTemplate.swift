/// A sentence with places for what it is about.
///
/// An example is `The license[ {license}] for {name} expired[ at {instant}].`:
///
/// - `{license}` stands for a value.
/// - `{days:day/days}` stands for the first word if the value is 1, else for the second.
/// - `[…]` is left out unless all of its values are there. `[…|…]` then has the second text in its place.
struct MessageTemplate {
    /// What a place stands for.
    enum Place: String, CaseIterable {
        case product, contact, name, license, feature, unit, instant, until, days, limit, newLimit, used, requested
        case status, edition, code, member, block
    }

    private enum Part {
        case text(String)
        case value(Place)
        case word(Place, one: String, other: String)
        case section([Part], instead: [Part])
    }

    private let parts: [Part]

    /// Reads a template.
    ///
    /// - Throws: ``InvalidTextError`` if a bracket is not closed, or a place is not known.
    init(_ text: String) throws(InvalidTextError) {
        self.parts = try Self.parts(of: Array(text.utf8)[...], inSection: false)
    }

    /// The places, those in sections included.
    var places: [Place] {
        Self.places(of: self.parts)
    }

    /// Whether a template has letters beside its places.
    static func hasWords(_ text: String) -> Bool {
        var isPlace = false
        return text.utf8.contains { byte in
            isPlace = byte == UInt8(ascii: "{") || isPlace && byte != UInt8(ascii: "}")
            return !isPlace && (byte.isASCIILetterOrDigit || byte >= 0x80)
        }
    }

    /// Fills the places in.
    ///
    /// - Parameter value: What a place stands for, or `nil` if the message does not say. It then stands for nothing.
    /// - Returns: The sentence.
    func text(_ value: (Place) -> String?) -> String {
        Self.text(of: self.parts, value)
    }

    private static func text(of parts: [Part], _ value: (Place) -> String?) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let words):
                text += words
            case .value(let place):
                text += value(place) ?? ""
            case .word(let place, let one, let other):
                text += value(place) == "1" ? one : other
            case .section(let parts, let instead):
                text += self.text(of: self.places(of: parts).allSatisfy { value($0) != nil } ? parts : instead, value)
            }
        }
        return text
    }

    private static func places(of parts: [Part]) -> [Place] {
        parts.flatMap { part -> [Place] in
            switch part {
            case .text: []
            case .value(let place), .word(let place, _, _): [place]
            case .section(let parts, let instead): self.places(of: parts) + self.places(of: instead)
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
                throw InvalidTextError(Self.self, "has a bracket that is not closed, or not opened")
            }
            let inner = rest[(start + 1)..<end]
            if close == UInt8(ascii: "}") {
                parts.append(try self.place(String(decoding: inner, as: UTF8.self)[...]))
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

    private static func place(_ text: Substring) throws(InvalidTextError) -> Part {
        let colon = text.firstIndex(of: ":") ?? text.endIndex
        guard let place = Place(rawValue: String(text[..<colon])) else {
            let names = Place.allCases.map(\.rawValue).joined(separator: ", ")
            throw InvalidTextError(Self.self, "has a place in braces that is none of \(names)")
        }
        guard colon < text.endIndex else {
            return .value(place)
        }
        let words = text[colon...].dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 2 else {
            throw InvalidTextError(
                Self.self,
                "has a place in braces that does not give two words, for 1 and for others"
            )
        }
        return .word(place, one: words[0], other: words[1])
    }
}
