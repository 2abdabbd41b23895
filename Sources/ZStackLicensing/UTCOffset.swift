public import LicenseModel

/// An offset of local time from UTC, in which the platform's responses show dates.
///
/// ```swift
/// let response = GetLicenseAddOnsResponse(gate.entitlements, offset: .china)
/// ```
public struct UTCOffset: Sendable, Hashable {
    /// The number of minutes ahead of UTC, from -1,439 to 1,439.
    public let minutes: Int

    /// Creates an offset from a number of minutes.
    ///
    /// - Parameter minutes: The number of minutes ahead of UTC, negative for behind. It is clamped to the range from -1,439
    ///   to 1,439, because an offset is at most 23:59 (RFC 3339, section 5.6).
    public init(minutes: Int) {
        self.minutes = min(max(minutes, -1_439), 1_439)
    }

    /// No offset from UTC, written `+00:00`.
    public static let utc = UTCOffset(minutes: 0)

    /// China Standard Time, written `+08:00`, which the platform uses.
    public static let china = UTCOffset(minutes: 480)

    /// Returns an instant in the format of the platform's API, for dates that are not of a license.
    ///
    /// - Parameter instant: The instant. Its local time is clamped to the years 0 to 9999.
    /// - Returns: ISO 8601 with milliseconds and this offset, such as `2017-08-23T12:27:01.000+08:00`.
    public func text(of instant: LicenseInstant) -> String {
        DateText.text(instant, in: self)
    }
}
