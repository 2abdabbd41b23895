package import LicenseModel

/// A date as the platform writes it: ISO 8601 with milliseconds and offset (licence guide, row 24).
///
/// Foundation's formatter would bring megabytes of locale data for one line.
package enum DateText {
    /// Where the local year would not have four digits, the last second of 9999 or the first of the year 0 stands.
    package static func text(_ instant: Instant, in offset: UTCOffset) -> String {
        let local = instant.advanced(bySeconds: Int64(offset.minutes) * 60).description.dropLast()
        let minutes = abs(offset.minutes)
        let zone = "\(Instant.digits(minutes / 60, 2)):\(Instant.digits(minutes % 60, 2))"
        return "\(local).000\(offset.minutes < 0 ? "-" : "+")\(zone)"
    }
}
