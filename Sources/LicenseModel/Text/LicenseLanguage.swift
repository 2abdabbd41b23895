/// A language for messages, identified by its BCP 47 tag, such as `de` or `zh-Hans`.
///
/// The library provides English and Simplified Chinese. To add other languages, use ``ProductCatalog/adding(_:in:)``. To
/// choose a language for an HTTP response, use the request's `Accept-Language` header:
///
/// ```swift
/// let language = LicenseLanguage(acceptLanguage: header, from: catalog.languages)
/// let text = denial.message[language]
/// ```
public struct LicenseLanguage: LicenseIdentifier, CodingKeyRepresentable {
    /// The BCP 47 tag of the language.
    public let rawValue: String

    /// Creates a language, or returns `nil` if the tag is not a valid identifier.
    ///
    /// - Parameter rawValue: The tag. `en`, `zh-Hans` and `zh-Hant` are recognized regardless of case. Other tags are
    ///   used unchanged, and their comparison is case-sensitive.
    public init?(rawValue: String) {
        guard Self.problem(in: rawValue) == nil else {
            return nil
        }
        // Language tags are case-insensitive (RFC 5646, section 2.1.1).
        let tag = rawValue.lowercased()
        self.rawValue = ["en", "zh-Hans", "zh-Hant"].first { $0.lowercased() == tag } ?? rawValue
    }

    /// English, which every message has.
    public static let english: LicenseLanguage = "en"

    /// Simplified Chinese, as written in mainland China.
    public static let simplifiedChinese: LicenseLanguage = "zh-Hans"

    /// The languages that the library provides: English and Simplified Chinese.
    public static let known: [LicenseLanguage] = [.english, .simplifiedChinese]
}

extension LicenseLanguage {
    /// Chooses a language for the response to a request with an `Accept-Language` header (RFC 9110, section 12.5.4).
    ///
    /// A language range matches a language with the same tag, or with a longer tag that starts with the range. If there
    /// is no such language, the range's last subtag is dropped, and so on (RFC 4647, section 3.4). For example, `de-AT`
    /// matches `de`, and `zh-CN` matches `zh-Hans`. Of the ranges that match, the one with the highest weight is used,
    /// or the first one if weights are equal. If no range matches, the language is English.
    ///
    /// - Parameters:
    ///   - header: The header's value, or `nil` if the request has no such header. Invalid ranges are ignored, and so is
    ///     everything after the first 2,000 bytes or 32 ranges.
    ///   - languages: The languages to choose from, such as ``ProductCatalog/languages``.
    public init(acceptLanguage header: String?, from languages: [LicenseLanguage]) {
        var best: (language: LicenseLanguage, quality: Int)?
        let text = String(decoding: (header ?? "").utf8.prefix(2_000), as: UTF8.self)
        for range in text.lowercased().split(separator: ",").prefix(32) {
            let parts = String(range.filter { $0 != " " && $0 != "\t" }).split(separator: ";")
            let quality = parts.count > 1 ? Self.quality(parts[1]) : 1_000
            // Real language tags are far shorter (RFC 5646, section 4.4.1).
            if let tag = parts.first, tag.utf8.count <= 64, quality > best?.quality ?? 0,
                let found = Self.lookUp(tag, in: languages)
            {
                best = (found, quality)
            }
        }
        self = best?.language ?? .english
    }

    /// Returns the weight of a range in thousandths, such as 800 for `q=0.8`, or 0 if the text is not a valid weight.
    private static func quality(_ text: Substring) -> Int {
        guard text.hasPrefix("q="), let value = Double(text.dropFirst(2)), (0...1).contains(value) else {
            return 0
        }
        return Int(value * 1_000)
    }

    private static func lookUp(_ tag: Substring, in languages: [LicenseLanguage]) -> LicenseLanguage? {
        // Taiwan, Hong Kong and Macao use Traditional Chinese, so prefer it if the product has it.
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
