package import LicenseModel

/// A date as the platform writes it: ISO 8601 with milliseconds and offset (license guide, row 24).
///
/// Foundation's formatter would bring megabytes of locale data for one line.
package enum DateText {
    /// Where the local year would not have four digits, the last second of 9999 or the first of the year 0 stands.
    package static func text(_ instant: LicenseInstant, in offset: UTCOffset) -> String {
        let local = instant.advanced(bySeconds: Int64(offset.minutes) * 60).description.dropLast()
        let minutes = abs(offset.minutes)
        let zone = "\(LicenseInstant.digits(minutes / 60, 2)):\(LicenseInstant.digits(minutes % 60, 2))"
        return "\(local).000\(offset.minutes < 0 ? "-" : "+")\(zone)"
    }
}
