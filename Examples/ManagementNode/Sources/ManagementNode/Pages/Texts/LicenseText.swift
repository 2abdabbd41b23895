import Licensing
import ZStackLicensing

/// Describes a license to people.
enum LicenseText {
    /// Returns what a license is for: the base with its edition, and its modules.
    static func subject(of license: License, in language: LicenseLanguage) -> String {
        var parts: [String] = []
        if license.category == .base {
            let edition = license.edition.map { " (\(ProductCatalog.zstack.name(of: $0)[language]))" } ?? ""
            parts.append(SlotName.text(of: .base, in: language) + edition)
        }
        parts += license.modules.map { SlotName.text(of: .module($0), in: language) }
        return parts.joined(separator: ", ")
    }

    /// Returns one line about a license of an upload.
    static func line(_ license: License, in language: LicenseLanguage, _ offset: UTCOffset) -> String {
        let end = license.expiresAt.map(offset.pageText) ?? PageTexts.text("never", in: language)
        let facts = [
            self.subject(of: license, in: language),
            SlotView.limits(of: license.limits, in: language, offset),
            "\(PageTexts.text("licensee", in: language)): \(license.licensee.description)",
            "\(PageTexts.text("starts", in: language)): \(offset.pageText(of: license.notBefore))",
            "\(PageTexts.text("expires", in: language)): \(end)",
        ]
        return "\(license.id): \(facts.compactMap { $0 }.joined(separator: "; "))"
    }
}
