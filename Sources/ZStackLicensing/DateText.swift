package import LicenseModel

/// The platform's date format: ISO 8601 with milliseconds and offset, such as `2017-08-23T12:27:01.000+08:00`.
///
/// It avoids Foundation's formatters, which would add megabytes of locale data to a static program.
package enum DateText {
    /// Returns an instant in the platform's date format, with the local time clamped to the years 0 to 9999.
    package static func text(_ instant: LicenseInstant, in offset: UTCOffset) -> String {
        let local = instant.advanced(bySeconds: Int64(offset.minutes) * 60).description.dropLast()
        let minutes = abs(offset.minutes)
        let zone = "\(LicenseInstant.digits(minutes / 60, 2)):\(LicenseInstant.digits(minutes % 60, 2))"
        return "\(local).000\(offset.minutes < 0 ? "-" : "+")\(zone)"
    }
}
