import Licensing
import Testing

@testable import ManagementNode

@Suite("Texts and templates of the pages")
struct PageTextsTests {
    private var templates: String { PageTemplate.all.values.joined() }

    @Test("Every text that a template names exists")
    func named() {
        let names = Set(self.templates.matches(of: /\{\{t\.([A-Za-z.]+)\}\}/).map { String($0.1) })
        #expect(names.count > 80)
        #expect(names.subtracting(PageTexts.all.keys).isEmpty)
    }

    @Test("Every text is in both languages, and without markup")
    func complete() {
        for (name, text) in PageTexts.all {
            #expect(!text.english.isEmpty && text.translations[.simplifiedChinese]?.isEmpty == false, "\(name)")
            for language in [LicenseLanguage.english, .simplifiedChinese] {
                #expect(!text[language].contains(/[<>&]/), "\(name)")
            }
        }
    }

    @Test("No template shows a value that is not escaped")
    func escaped() {
        #expect(!self.templates.contains("{{{"))
        #expect(!self.templates.contains("{{&"))
        #expect(!self.templates.contains("CONTENT_TYPE"))
    }

    @Test("Every form has the token, and every field a label")
    func forms() {
        for (name, template) in PageTemplate.all {
            for form in template.components(between: "<form method=\"post\"", and: "</form>") {
                #expect(form.contains(#"name="token" value="{{token}}""#), "\(name)")
            }
            let ids = template.matches(of: /<(?:input|textarea)[^>]* id="([a-z-]+)"/).map { String($0.1) }
            for id in ids {
                #expect(template.contains("<label for=\"\(id)\">"), "\(name): \(id)")
            }
        }
    }

    @Test("No template has a script, a style or a handler of its own")
    func noScript() {
        for word in ["<script", "style=", "javascript:", " onclick", " onload", "http://", "https://"] {
            let isNamespace = self.templates.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
            #expect(!isNamespace.contains(word), "\(word)")
        }
    }

    @Test("A renderer takes all templates")
    func parsed() throws {
        _ = try PageRenderer()
    }
}

extension String {
    /// Returns each text between two others.
    fileprivate func components(between start: String, and end: String) -> [Substring] {
        self.split(separator: start, omittingEmptySubsequences: false).dropFirst()
            .compactMap { $0.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first }
    }
}
