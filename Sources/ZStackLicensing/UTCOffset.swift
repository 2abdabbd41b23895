/// How far a place's time of day is ahead of UTC, as the dates of the answers show it.
public struct UTCOffset: Sendable, Hashable {
    /// Minutes ahead of UTC, -1,439 to 1,439.
    public let minutes: Int

    /// Makes an offset of minutes.
    ///
    /// - Parameter minutes: Minutes ahead of UTC, less than 0 for behind. What lies outside of a day is moved to the
    ///   nearer end (RFC 3339, section 5.6: at most 23:59).
    public init(minutes: Int) {
        self.minutes = min(max(minutes, -1_439), 1_439)
    }

    /// UTC itself, written `+00:00`.
    public static let utc = UTCOffset(minutes: 0)

    /// China Standard Time, the license guide's own, written `+08:00`.
    public static let china = UTCOffset(minutes: 480)
}
