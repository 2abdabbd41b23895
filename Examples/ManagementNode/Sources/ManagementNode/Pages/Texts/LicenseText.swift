import Licensing
import ZStackLicensing

/// Describes a license to people.
enum LicenseText {
    /// Returns what a license is for: the base with its edition, and its modules.
    static func subject(of license: License, in language: LicenseLanguage) -> String {
        var parts: [String] = []
        if license.category == .base {
            let base = SlotName.text(of: .base, in: language)
            let edition = license.edition.map { ProductCatalog.zstack.name(of: $0)[language] }
            parts.append(edition.map { PageTexts.text("remark", base, $0, in: language) } ?? base)
        }
        parts += license.modules.map { SlotName.text(of: .module($0), in: language) }
        return parts.joined(separator: PageTexts.text("comma", in: language))
    }

    /// Returns the commercial type of a license, or its identifier if the pages have no name for it.
    static func type(_ type: LicenseType, in language: LicenseLanguage) -> String {
        PageTexts.all["type.\(type)"]?[language] ?? type.rawValue
    }

    /// Returns one line about a license of an upload.
    static func line(_ license: License, in language: LicenseLanguage, _ offset: UTCOffset) -> String {
        let end = license.expiresAt.map(offset.pageText) ?? PageTexts.text("never", in: language)
        func fact(_ name: String, _ value: String) -> String {
            PageTexts.text("pair", PageTexts.text(name, in: language), value, in: language)
        }
        let facts = [
            self.subject(of: license, in: language),
            SlotView.limits(of: license.limits, in: language, offset),
            fact("licensee", license.licensee.description),
            fact("starts", offset.pageText(of: license.notBefore)),
            fact("expires", end),
        ]
        let line = facts.compactMap { $0 }.joined(separator: PageTexts.text("semicolon", in: language))
        return PageTexts.text("pair", license.id.rawValue, line, in: language)
    }
}
