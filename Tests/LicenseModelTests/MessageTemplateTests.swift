import Foundation
import LicenseModel
import Testing

@Suite("The syntax of a message's text")
struct MessageTemplateTests {
    private static let day = LicenseInstant(secondsSince1970: 1_800_000_000)

    /// A message's text in a language that has this one alone.
    private static func text(_ template: String, of message: LicenseMessage) throws -> String {
        try ProductCatalog.database.adding([message.key: template], in: "de").text(of: message)["de"]
    }

    /// A reminder, which tells of days and an end.
    private static func reminder(days: Int? = nil, until: LicenseInstant? = nil) -> LicenseMessage {
        LicenseMessage("reminder.expiring", "replication", until: until, days: days)
    }

    @Test(
        "A place in braces stands for a value, and for nothing if there is none",
        arguments: [
            ("Alles gut, 100 %: / | \" '", "Alles gut, 100 %: / | \" '"),
            ("{days}", "13"), ("In {days} Tagen", "In 13 Tagen"), ("{days}{days}", "1313"), ("许可证{days}天", "许可证13天"),
            ("a {until} b", "a  b"), ("{product}/{name}/{contact}", "Photon/Replikation/den Photon-Support"),
        ]
    )
    func places(template: String, text: String) throws {
        #expect(try Self.text(template, of: Self.reminder(days: 13)) == text)
    }

    @Test(
        "A place with two words stands for the first if it is 1, else for the second",
        arguments: [(0, "Tage"), (1, "Tag"), (2, "Tage"), (11, "Tage"), (21, "Tage"), (nil, "Tage")]
    )
    func words(days: Int?, word: String) throws {
        #expect(try Self.text("<{days:Tag/Tage}>", of: Self.reminder(days: days)) == "<\(word)>")
        #expect(try Self.text("Tag{days:/e}", of: Self.reminder(days: days)) == (days == 1 ? "Tag" : "Tage"))
        let colon = try Self.text("{days:a:b/c:d}", of: Self.reminder(days: days))
        #expect(colon == (days == 1 ? "a:b" : "c:d"))
    }

    @Test(
        "What is in brackets is left out unless all its values are there",
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

    @Test("Brackets with two values are there if both are")
    func bothValues() throws {
        let text = try Self.text("[{days} bis {until}|-]", of: Self.reminder(days: 1, until: Self.day))
        #expect(text == "1 bis 2027-01-15T08:00:00Z")
    }

    @Test("What a place stands for is no text with places")
    func values() throws {
        var catalog = ProductCatalog.database
        catalog.modules["replication"] = "{days} [x"
        catalog = try catalog.adding(["reminder.expiring": "{name}|[{name}]"], in: "de")
        #expect(catalog.text(of: Self.reminder(days: 1))["de"] == "{days} [x|{days} [x")
    }

    @Test(
        "A bracket too many, too few or inside another is refused, as is an unknown place",
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

    /// The same syntax as an expression.
    ///
    /// A section ends at the first `]`, and its first choice at the first `|`, wherever they stand.
    private static func syntax() throws -> NSRegularExpression {
        func place(without marks: String) -> String {
            #"\{(?:product|contact|name|days|until)(?::[^}/\#(marks)]*/[^}/\#(marks)]*)?\}"#
        }
        let first = #"(?:[^\[\]{}|]|\#(place(without: #"|\]"#)))*"#
        let second = #"(?:[^\[\]{}]|\#(place(without: #"\]"#)))*"#
        let section = #"\[\#(first)(?:\|\#(second))?\]"#
        return try NSRegularExpression(
            pattern: #"\A(?:[^\[\]{}]|\#(place(without: "")) |\#(section))+\z"#
                .replacingOccurrences(of: " |", with: "|")
        )
    }

    @Test("Of random texts those are taken whose syntax is right, and no others")
    func random() throws {
        let pieces = [
            "[", "]", "{", "}", "|", ":", "/", "a", "天", "{days}", "{until}", "{limit}", "{days:", "/b}", "{name}", "[",
            "]", "days", "product",
        ]
        let syntax = try Self.syntax()
        var seed: UInt64 = 7
        var counts = (taken: 0, refused: 0)
        for _ in 0..<1_500 {
            var template = ""
            for _ in 0..<(1 + Int(seed >> 60) % 9) {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                template += pieces[Int(seed >> 33) % pieces.count]
            }
            let range = NSRange(template.startIndex..., in: template)
            let isRight = syntax.firstMatch(in: template, range: range) != nil
            let text = try? Self.text(template, of: Self.reminder(days: 1))
            #expect((text != nil) == isRight, "\(template)")
            counts = text == nil ? (counts.taken, counts.refused + 1) : (counts.taken + 1, counts.refused)
        }
        #expect(counts.taken > 150)
        #expect(counts.refused > 150)
    }
}
