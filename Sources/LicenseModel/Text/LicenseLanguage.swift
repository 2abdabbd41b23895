/// A language in which people are told something, by its tag (BCP 47), such as `de` or `zh-Hans`.
///
/// The library speaks English and Simplified Chinese. A product adds others with ``ProductCatalog/adding(_:in:)``.
public struct LicenseLanguage: LicenseIdentifier, CodingKeyRepresentable {
    /// The language's tag.
    public let rawValue: String

    /// Takes a tag, or is `nil`.
    ///
    /// - Parameter rawValue: The tag. `zh-hans` is `zh-Hans`; another is taken as it is.
    public init?(rawValue: String) {
        guard Self.problem(in: rawValue) == nil else {
            return nil
        }
        // Tags do not differ by case (RFC 5646, section 2.1.1).
        let tag = rawValue.lowercased()
        self.rawValue = ["en", "zh-Hans", "zh-Hant"].first { $0.lowercased() == tag } ?? rawValue
    }

    /// English.
    public static let english: LicenseLanguage = "en"

    /// Simplified Chinese.
    public static let simplifiedChinese: LicenseLanguage = "zh-Hans"

    /// The languages that the library itself speaks.
    public static let known: [LicenseLanguage] = [.english, .simplifiedChinese]
}

extension LicenseLanguage {
    /// Chooses the language of an answer by a request's `Accept-Language` header (RFC 9110, section 12.5.4).
    ///
    /// A range is looked up by dropping subtags from its end (RFC 4647, section 3.4), and then by the languages that it
    /// includes: `de-AT` finds `de`, and `zh-CN` finds `zh-Hans`. If none of the languages is wanted, it is English.
    ///
    /// - Parameters:
    ///   - header: The header, or `nil` if the request has none. It may come from anybody: what is no range is skipped, and only
    ///     the first 32 ranges count.
    ///   - languages: The languages to choose from, such as ``ProductCatalog/languages``.
    public init(acceptLanguage header: String?, from languages: [LicenseLanguage]) {
        var best: (language: LicenseLanguage, quality: Int)?
        let text = String(decoding: (header ?? "").utf8.prefix(2_000), as: UTF8.self)
        for range in text.lowercased().split(separator: ",").prefix(32) {
            let parts = range.filter { $0 != " " && $0 != "\t" }.split(separator: ";")
            let quality = parts.count > 1 ? Self.quality(parts[1]) : 1_000
            // A language tag is far shorter (RFC 5646, section 4.4.1).
            if let tag = parts.first, tag.utf8.count <= 64, quality > best?.quality ?? 0,
                let found = Self.lookUp(tag, in: languages)
            {
                best = (found, quality)
            }
        }
        self = best?.language ?? .english
    }

    /// The weight of a range in thousandths, such as 800 for `q=0.8`; 0 if it is none.
    private static func quality(_ text: Substring) -> Int {
        guard text.hasPrefix("q="), let value = Double(text.dropFirst(2)), (0...1).contains(value) else {
            return 0
        }
        return Int(value * 1_000)
    }

    private static func lookUp(_ tag: Substring, in languages: [LicenseLanguage]) -> LicenseLanguage? {
        // Traditional Chinese is what these places write, where the product has it.
        let isTraditional = ["zh-tw", "zh-hk", "zh-mo"].contains(tag) && languages.contains("zh-Hant")
        var range = isTraditional ? "zh-hant" : tag
        while !range.isEmpty {
            let found =
                languages.first { $0.rawValue.lowercased() == range }
                ?? languages.first { $0.rawValue.lowercased().hasPrefix("\(range)-") }
            if let found {
                return found
            }
            range = range[..<(range.lastIndex(of: "-") ?? range.startIndex)]
        }
        return nil
    }
}
