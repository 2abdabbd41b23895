import Foundation
import LicenseModel
import Testing

@Suite("The syntax of message texts")
struct MessageTemplateTests {
    private static let end = LicenseInstant(secondsSince1970: 1_800_000_000)

    /// Returns the text of a message in a language in which only this message has a template.
    private static func text(_ template: String, of message: LicenseMessage) throws -> String {
        try ProductCatalog.database.adding([message.key: template], in: "de").text(of: message)["de"]
    }

    /// Returns a message whose text can use a number of days and an end.
    private static func reminder(days: Int? = nil, until: LicenseInstant? = nil) -> LicenseMessage {
        LicenseMessage("reminder.expiring", "replication", until: until, days: days)
    }

    @Test(
        "A placeholder is replaced by its value, or removed if it has no value",
        arguments: [
            ("Alles gut, 100 %: / | \" '", "Alles gut, 100 %: / | \" '"),
            ("{days}", "13"), ("In {days} Tagen", "In 13 Tagen"), ("{days}{days}", "1313"), ("许可证{days}天", "许可证13天"),
            ("a {until} b", "a  b"), ("{product}/{name}/{contact}", "Photon/Replikation/den Photon-Support"),
        ]
    )
    func placeholders(template: String, text: String) throws {
        #expect(try Self.text(template, of: Self.reminder(days: 13)) == text)
    }

    @Test(
        "A placeholder with two words becomes the first for 1, and else the second",
        arguments: [(0, "Tage"), (1, "Tag"), (2, "Tage"), (11, "Tage"), (21, "Tage"), (nil, "Tage")]
    )
    func words(days: Int?, word: String) throws {
        #expect(try Self.text("<{days:Tag/Tage}>", of: Self.reminder(days: days)) == "<\(word)>")
        #expect(try Self.text("Tag{days:/e}", of: Self.reminder(days: days)) == (days == 1 ? "Tag" : "Tage"))
        let colon = try Self.text("{days:a:b/c:d}", of: Self.reminder(days: days))
        #expect(colon == (days == 1 ? "a:b" : "c:d"))
    }

    @Test(
        "A section in brackets is omitted or replaced if one of its values is missing",
        arguments: [
            ("x[ {days}]y", "x 1y", "xy"), ("x[ {days}|, kein Tag]y", "x 1y", "x, kein Tagy"),
            ("[{days} {until}]x", "x", "x"), ("[{days} {until}|nicht beides]x", "nicht beidesx", "nicht beidesx"),
            ("[a]x", "ax", "ax"), ("[a|b]x", "ax", "ax"), ("[]x", "x", "x"), ("[|b]x", "x", "x"),
            ("[{days}|a|b]x", "1x", "a|bx"), ("[{days:Tag/Tage}|ohne]x", "Tagx", "ohnex"),
            ("[{until}|{days}]x", "1x", "x"), ("[{days}][{days}|-]x", "11x", "-x"),
        ]
    )
    func sections(template: String, withDays: String, without: String) throws {
        #expect(try Self.text(template, of: Self.reminder(days: 1)) == withDays)
        #expect(try Self.text(template, of: Self.reminder()) == without)
    }

    @Test("A section with two values is used if both are present")
    func bothValues() throws {
        let text = try Self.text("[{days} bis {until}|-]", of: Self.reminder(days: 1, until: Self.end))
        #expect(text == "1 bis 2027-01-15T08:00:00Z")
    }

    @Test("A value is inserted verbatim, even if it contains braces or brackets")
    func values() throws {
        var catalog = ProductCatalog.database
        catalog.modules["replication"] = "{days} [x"
        catalog = try catalog.adding(["reminder.expiring": "{name}|[{name}]"], in: "de")
        #expect(catalog.text(of: Self.reminder(days: 1))["de"] == "{days} [x|{days} [x")
    }

    @Test(
        "An unbalanced or nested bracket is refused, and so is an unknown placeholder",
        arguments: [
            "[", "]", "{", "}", "a[", "]a", "[a", "a]", "{days", "days}", "{days]", "[days}", "{{days}}", "{days}}",
            "[[a]]", "[a[b]c]", "[a [{days}] b]", "[{days|until}]", "[{days]}", "[}{]", "{}", "{ days }", "{Days}",
            "{weeks}", "{days }", "{days/}", "{days:}", "{days:a}", "{days:a/b/c}", "{weeks:a/b}", "{:a/b}", "{limit}",
            "[{limit}]", "[a|{limit}]", "[{days}|{limit:a/b}]",
        ]
    )
    func refused(template: String) {
        #expect(throws: InvalidTextError.self) { try Self.text(template, of: Self.reminder(days: 1)) }
    }

    /// The syntax of templates as a regular expression.
    ///
    /// A section ends at the first `]`, and its first alternative at the first `|`, even inside a placeholder.
    private static func syntax() throws -> NSRegularExpression {
        func placeholder(excluding delimiters: String) -> String {
            #"\{(?:product|contact|name|days|until)(?::[^}/\#(delimiters)]*/[^}/\#(delimiters)]*)?\}"#
        }
        let first = #"(?:[^\[\]{}|]|\#(placeholder(excluding: #"|\]"#)))*"#
        let second = #"(?:[^\[\]{}]|\#(placeholder(excluding: #"\]"#)))*"#
        let section = #"\[\#(first)(?:\|\#(second))?\]"#
        let outside = placeholder(excluding: "")
        return try NSRegularExpression(pattern: #"\A(?:[^\[\]{}]|\#(outside)|\#(section))+\z"#)
    }

    @Test("A random text is accepted only if its syntax is valid")
    func random() throws {
        let pieces = [
            "[", "]", "{", "}", "|", ":", "/", "a", "天", "{days}", "{until}", "{limit}", "{days:", "/b}", "{name}", "[",
            "]", "days", "product",
        ]
        let syntax = try Self.syntax()
        var seed: UInt64 = 7
        var counts = (accepted: 0, refused: 0)
        for _ in 0..<1_500 {
            var template = ""
            for _ in 0..<(1 + Int(seed >> 60) % 9) {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                template += pieces[Int(seed >> 33) % pieces.count]
            }
            let range = NSRange(template.startIndex..., in: template)
            let isValid = syntax.firstMatch(in: template, range: range) != nil
            let text = try? Self.text(template, of: Self.reminder(days: 1))
            #expect((text != nil) == isValid, "\(template)")
            counts = text == nil ? (counts.accepted, counts.refused + 1) : (counts.accepted + 1, counts.refused)
        }
        #expect(counts.accepted > 150)
        #expect(counts.refused > 150)
    }
}
