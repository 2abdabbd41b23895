import Licensing

/// Where an instant is in the picture of the timeline.
struct TimelineScale {
    /// The shortest time that the picture shows, in days.
    static let minimumDays = 30

    /// The first instant that the picture shows.
    let start: LicenseInstant

    /// The last instant that the picture shows.
    let end: LicenseInstant

    /// Creates a scale that shows the last change, and an eighth of the time after it, so that the last word fits.
    init(from start: LicenseInstant, to last: LicenseInstant?) {
        let seconds = (last?.secondsSince1970 ?? start.secondsSince1970) - start.secondsSince1970
        let shown = max(seconds + seconds / 8, Int64(Self.minimumDays) * 86_400)
        self.start = start
        self.end = start.advanced(bySeconds: shown)
    }

    /// Returns the horizontal position of an instant, which is within the picture.
    func x(of instant: LicenseInstant) -> Int {
        let whole = Double(max(self.end.secondsSince1970 - self.start.secondsSince1970, 1))
        let part = Double(instant.secondsSince1970 - self.start.secondsSince1970) / whole
        return TimelineBar.left + Int((min(max(part, 0), 1) * Double(TimelineBar.span)).rounded())
    }

    /// Returns the instant at a part of the picture's width.
    func instant(at part: Double) -> LicenseInstant {
        let whole = Double(self.end.secondsSince1970 - self.start.secondsSince1970)
        return self.start.advanced(bySeconds: Int64(whole * part))
    }
}
