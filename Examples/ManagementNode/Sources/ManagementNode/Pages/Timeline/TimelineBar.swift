import Licensing
import ZStackLicensing

/// A bar of the timeline: a period in which a slot has a status.
struct TimelineBar {
    /// The width of the names at the left.
    static let left = 190

    /// The width of the bars.
    static let span = 690

    let barX: Int
    let barY: Int
    let barWidth: Int
    let barStyle: String

    /// The slot, the status and both ends, which a pointer shows.
    let barTitle: String
    let statusWord: String

    /// The word in the bar, or `nil` if it is too narrow.
    let barWord: String?
    let wordX: Int
    let wordY: Int
    let wordWidth: Int
    let wordTextX: Int

    init(
        _ period: TimelinePeriod,
        of name: String,
        row: Int,
        _ scale: TimelineScale,
        in language: LicenseLanguage,
        _ offset: UTCOffset
    ) {
        let style = StatusStyle(period.status)
        let word = ProductCatalog.zstack.name(of: period.status)[language]
        self.statusWord = word
        self.barX = scale.x(of: period.from)
        self.barY = Self.y(ofRow: row)
        // A short period must not disappear.
        let width = max(scale.x(of: period.until) - self.barX, 2)
        self.barWidth = width
        self.barStyle = style.name
        self.barTitle =
            "\(name): \(word), \(offset.pageText(of: period.from)) – \(offset.pageText(of: period.until))"
        // The word, if there is space for it, else the symbol.
        self.barWord = [word, style.symbol].first { Self.width(of: $0) + 12 <= width }
        self.wordX = self.barX + 4
        self.wordY = self.barY + 4
        self.wordWidth = self.barWord.map { Self.width(of: $0) + 6 } ?? 0
        self.wordTextX = self.barX + 7
    }

    /// Returns the top of a row.
    static func y(ofRow row: Int) -> Int { 30 + row * 38 }

    /// About the width of a text of 13 pixels: Chinese characters are twice as wide as letters.
    private static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 13 : 8) }
    }
}
