import Licensing
import ZStackLicensing

/// The timeline of the license page: bars of a picture for each slot, and the changes as a table.
struct TimelinePicture {
    /// A date on the axis.
    struct Tick {
        let x: Int
        let anchor: String
        let label: String
    }

    /// The base or a module, with a bar for each status.
    struct Line {
        let lineName: String
        let textY: Int
        let bars: [TimelineBar]
    }

    /// An instant at which something changes.
    struct Point {
        let pointAt: String
        let pointChanges: [String]
    }

    /// The most changes that the page shows.
    static let maximumPoints = 50

    /// Whether no license is in effect, so that there is nothing to draw.
    let isEmpty: Bool
    let width = TimelineBar.left + TimelineBar.span
    let height: Int
    let summary: String
    let ticks: [Tick]
    let lines: [Line]
    let hasPoints: Bool
    let points: [Point]
    let hasMore: Bool

    /// Draws a timeline, of which at most ``maximumPoints`` instants are computed.
    init(_ timeline: EntitlementsTimeline, in language: LicenseLanguage, _ offset: UTCOffset) {
        let text = ChangeText(language: language, offset: offset)
        let start = timeline.start
        self.isEmpty = start.slots.allSatisfy { $0.licenseID == nil }
        var points = Array(timeline.prefix(Self.maximumPoints + 1))
        self.hasMore = points.count > Self.maximumPoints
        points = Array(points.prefix(Self.maximumPoints))
        self.points = points.compactMap { point in
            let lines = text.lines(point.changes)
            return lines.isEmpty
                ? nil : Point(pointAt: offset.pageText(of: point.instant), pointChanges: lines)
        }
        self.hasPoints = !self.points.isEmpty

        let scale = TimelineScale(from: start.instant, to: points.last?.instant)
        self.ticks = (0...5)
            .map { index in
                let instant = scale.instant(at: Double(index) / 5)
                return Tick(
                    x: scale.x(of: instant),
                    anchor: index == 5 ? "end" : index == 0 ? "start" : "middle",
                    label: index == 0 ? PageTexts.text("timelineNow", in: language) : offset.dateText(of: instant)
                )
            }
        var slots = start.slots.map(\.slot)
        for slot in points.flatMap(\.changes).compactMap(\.slot) where !slots.contains(slot) {
            slots.append(slot)
        }
        self.lines = slots.enumerated()
            .map { row, slot in
                var periods: [TimelinePeriod] = []
                var (status, since) = (start[slot]?.status ?? LicenseStatus(.empty, of: slot), start.instant)
                for point in points {
                    guard let change = point.changes.first(where: { $0.slot == slot && $0.aspect == .status }),
                        let next = change.after?.text
                    else {
                        continue
                    }
                    periods.append(TimelinePeriod(status: status, from: since, until: point.instant))
                    (status, since) = (LicenseStatus(rawValue: next), point.instant)
                }
                periods.append(TimelinePeriod(status: status, from: since, until: scale.end))
                let name = SlotName.text(of: slot, in: language)
                return Line(
                    lineName: name,
                    textY: TimelineBar.y(ofRow: row) + 18,
                    bars: periods.map { TimelineBar($0, of: name, row: row, scale, in: language, offset) }
                )
            }
        self.height = TimelineBar.y(ofRow: slots.count) + 4
        self.summary = self.lines.map { "\($0.lineName): \($0.bars.map(\.statusWord).joined(separator: " → "))" }
            .joined(separator: "; ")
    }
}

/// A period in which a slot has a status.
struct TimelinePeriod {
    let status: LicenseStatus
    let from: LicenseInstant
    let until: LicenseInstant
}
