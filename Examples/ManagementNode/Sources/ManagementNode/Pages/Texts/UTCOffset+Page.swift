import Licensing
import ZStackLicensing

extension UTCOffset {
    /// Returns an instant as pages show it, such as `2027-01-15 16:00:00 +08:00`.
    ///
    /// No line breaks at its spaces. Some browsers break a line after a hyphen, but not before a word joiner.
    func pageText(of instant: LicenseInstant) -> String {
        // The text of the API is `2027-01-15T16:00:00.000+08:00`.
        let text = self.text(of: instant)
        let date = text.prefix(10).replacing("-", with: "-\u{2060}")
        return "\(date)\u{A0}\(text.dropFirst(11).prefix(8))\u{A0}\(text.suffix(6))"
    }

    /// Returns the date of an instant, such as `2027-01-15`.
    func dateText(of instant: LicenseInstant) -> String {
        String(self.text(of: instant).prefix(10))
    }

    /// Returns a text of the library, with its instants as pages show them.
    ///
    /// The library writes instants in UTC, such as `2027-01-15T08:00:00Z`.
    func pageText(of text: LocalizedText, in language: LicenseLanguage) -> String {
        let text = text[language]
        return text.replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z/) { match -> String in
            guard let instant = try? LicenseInstant(String(match.output)) else {
                return String(match.output)
            }
            return self.pageText(of: instant)
        }
    }
}
