import Licensing
import ZStackLicensing

/// Says how many days a license has left, or for how many it has expired.
enum DaysText {
    /// Returns the days of the license of a slot, such as `expired 10 days ago`, or `nil` if the license has no end.
    static func text(of slot: SlotReport, at now: LicenseInstant, in language: LicenseLanguage) -> String? {
        switch slot.status {
        case .expired:
            slot.expiresAt.map { end in
                PageTexts.text("expiredAgo", self.text(since: end, at: now, in: language), in: language)
            }
        case .grace:
            slot.graceUntil.map { end in
                // A part of a day counts as a day, as in the library.
                let days = (end.secondsSince1970 - now.secondsSince1970 + 86_399) / 86_400
                return PageTexts.text("graceLeft", self.text(Int(days), in: language), in: language)
            }
        default:
            slot.licenseDaysRemaining.map { self.text($0, in: language) }
        }
    }

    /// Returns the whole days since an end.
    static func text(since end: LicenseInstant, at now: LicenseInstant, in language: LicenseLanguage) -> String {
        self.text(Int((now.secondsSince1970 - end.secondsSince1970) / 86_400), in: language)
    }

    /// Returns a number of days, such as `1 day` or `10 days`.
    static func text(_ days: Int, in language: LicenseLanguage) -> String {
        PageTexts.text(days == 0 ? "days.none" : days == 1 ? "days.one" : "days.many", "\(days)", in: language)
    }
}
