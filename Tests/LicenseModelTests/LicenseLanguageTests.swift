import LicenseModel
import TestSupport
import Testing

@Suite("Languages and the Accept-Language header")
struct LicenseLanguageTests {
    private static let languages: [LicenseLanguage] = [.english, .simplifiedChinese, "de", "fr-CA", "pt-BR"]

    @Test(
        "A header selects one of the languages, or English if none matches",
        arguments: [
            // No valid range, or none that matches.
            (nil, "en"), ("", "en"), (" ", "en"), (",", "en"), (";", "en"), (";q=1", "en"), ("-", "en"), ("--,-", "en"),
            ("*", "en"), ("*;q=0.5", "en"), ("ja", "en"), ("ja, ko;q=0.9", "en"), ("\u{0}\u{1F600}", "en"),
            ("d", "en"), ("deu", "en"), ("deutsch", "en"), ("e", "en"),

            // Ranges that equal a tag, are longer than a tag, or are the start of a tag.
            ("de", "de"), ("en", "en"), ("zh-Hans", "zh-Hans"), ("de-AT", "de"), ("de-AT-1996-x-private", "de"),
            ("zh-CN", "zh-Hans"), ("zh", "zh-Hans"), ("zh-Hans-CN", "zh-Hans"), ("fr", "fr-CA"), ("fr-FR", "fr-CA"),
            ("pt-PT", "pt-BR"), ("de-", "de"),

            // Weights.
            ("en;q=0.5, de", "de"), ("en;q=0.5, de;q=0.6", "de"), ("en;q=0.6, de;q=0.5", "en"),
            ("ja, de;q=0.1", "de"), ("de;q=0.001", "de"), ("de;q=1.000, zh;q=0.999", "de"), ("de;q=1", "de"),
            ("zh;q=0.999, de;q=1.0", "de"),

            // The first of several ranges with the same weight.
            ("de, zh", "de"), ("zh, de", "zh-Hans"), ("zh;q=0.5, de;q=0.5", "zh-Hans"), ("ja, fr, de", "fr-CA"),

            // Weights that are zero or invalid.
            ("de;q=0", "en"), ("de;q=0.000, zh;q=0.1", "zh-Hans"), ("de;q=nan, zh;q=0.1", "zh-Hans"),
            ("de;q=2, zh;q=0.1", "zh-Hans"), ("de;q=-1, zh;q=0.1", "zh-Hans"), ("de;q=inf, zh;q=0.1", "zh-Hans"),
            ("de;q=, zh;q=0.1", "zh-Hans"), ("de;q, zh;q=0.1", "zh-Hans"), ("de;level=1, zh;q=0.1", "zh-Hans"),
            ("de;q=1e999, zh;q=0.1", "zh-Hans"), ("de;q=nan", "en"), ("de;q=2", "en"), ("de;q=-1", "en"),

            // Case, spaces and tabs.
            ("DE", "de"), ("ZH-hans", "zh-Hans"), ("De-At;Q=0.5", "de"), ("FR-ca", "fr-CA"), (" de ", "de"),
            ("\tde\t;\tq=0.9\t,\tzh;q=0.8", "de"), ("zh ; q = 0.1 , de ; q = 0.2", "de"), ("ja ,de", "de"),
        ] as [(String?, String)]
    )
    func choice(header: String?, tag: String) {
        #expect(LicenseLanguage(acceptLanguage: header, from: Self.languages).rawValue == tag)
    }

    @Test("Known tags ignore case, and zh-TW, zh-HK and zh-MO prefer Traditional Chinese")
    func chinese() {
        #expect(LicenseLanguage("ZH-hans") == .simplifiedChinese)
        #expect(LicenseLanguage("EN") == .english)
        #expect(LicenseLanguage("de-AT").rawValue == "de-AT")
        for range in ["zh-TW", "zh-HK", "zh-MO"] {
            #expect(LicenseLanguage(acceptLanguage: range, from: ["zh-Hans", "zh-Hant"]).rawValue == "zh-Hant")
            #expect(LicenseLanguage(acceptLanguage: range, from: ["en", "zh-Hans"]).rawValue == "zh-Hans")
        }
    }

    @Test("A header of several megabytes is truncated before it is parsed", .timeLimit(.minutes(1)))
    func megabytes() {
        let header = String(repeating: "a\u{301}\u{302}", count: 1_000_000) + ",de"
        #expect(LicenseLanguage(acceptLanguage: header, from: Self.languages) == .english)
    }

    @Test("A range selects the first language that it matches, as spelled in the list")
    func list() {
        #expect(LicenseLanguage(acceptLanguage: "de", from: ["DE"]).rawValue == "DE")
        #expect(LicenseLanguage(acceptLanguage: "zh", from: ["zh-Hant", "zh-Hans"]).rawValue == "zh-Hant")
        #expect(LicenseLanguage(acceptLanguage: "zh", from: ["zh-Hant", "zh"]).rawValue == "zh")
        #expect(LicenseLanguage(acceptLanguage: "de, en", from: []) == .english)
        #expect(LicenseLanguage(acceptLanguage: "de", from: ["fr"]) == .english)
    }

    @Test("Only the first 32 ranges are considered", arguments: [(31, "de"), (32, "en")])
    func manyRanges(_ count: Int, _ tag: String) {
        let header = String(repeating: "ja,", count: count) + "de"
        #expect(LicenseLanguage(acceptLanguage: header, from: Self.languages).rawValue == tag)
    }

    @Test(
        "A very long header is parsed within a second",
        arguments: [
            String(repeating: "ja,", count: 10_000) + "de", String(repeating: "ja-", count: 10_000) + "ja,de",
            String(repeating: ";", count: 100_000) + ",de", String(repeating: "-", count: 100_000) + ",de",
            String(repeating: " ", count: 100_000) + "de",
        ]
    )
    func longHeader(_ header: String) {
        let time = processorTime {
            #expect(LicenseLanguage(acceptLanguage: header, from: Self.languages) == .english)
        }
        #expect(time < .seconds(1))
    }

    @Test(
        "A language tag must be a valid identifier",
        arguments: [("de", true), ("zh-Hans", true), ("", false), ("de AT", false)]
    )
    func tag(text: String, isValid: Bool) {
        #expect((LicenseLanguage(rawValue: text) != nil) == isValid)
    }
}
