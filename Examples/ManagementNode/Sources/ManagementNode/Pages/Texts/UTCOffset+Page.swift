import Licensing
import ZStackLicensing

extension UTCOffset {
    /// Returns an instant as pages show it, such as `2027-01-15 16:00:00 +08:00`.
    func pageText(of instant: LicenseInstant) -> String {
        // The text of the API is `2027-01-15T16:00:00.000+08:00`.
        let text = self.text(of: instant)
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) \(text.suffix(6))"
    }

    /// Returns the date of an instant, such as `2027-01-15`.
    func dateText(of instant: LicenseInstant) -> String {
        String(self.text(of: instant).prefix(10))
    }
}
