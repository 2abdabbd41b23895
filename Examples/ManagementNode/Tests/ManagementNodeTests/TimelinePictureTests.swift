import LicenseTesting
import Licensing
import Testing
import ZStackLicensing

@testable import ManagementNode

@Suite("The picture of the timeline")
struct TimelinePictureTests {
    private static func picture(_ licenses: TestLicense..., in language: LicenseLanguage = .english) async throws
        -> TimelinePicture
    {
        let world = try await NodeWorld()
        for license in licenses {
            try await world.install(license)
        }
        let entitlements = world.server.licenses.gate.entitlements
        let timeline = entitlements.timeline(from: entitlements.instant, to: .latest)
        return TimelinePicture(timeline, in: language, .utc)
    }

    @Test("Each slot has a line, and its bars cover the width without a gap")
    func lines() async throws {
        let picture = try await Self.picture(
            .base(days: 100).graceDays(30),
            .plus("vmware", days: 50),
            .plus("baremetal").expired(),
            .plus("disaster-recovery").pending(days: 20)
        )
        #expect(
            picture.lines.map(\.lineName) == [
                "Cloud platform", "Bare-metal management", "Disaster recovery", "Enterprise management",
                "VMware management",
            ]
        )
        #expect(
            picture.lines.map { $0.bars.map(\.barStyle) } == [
                ["good", "grace", "expired"], ["expired"], ["waiting", "good", "expired"], ["empty"],
                ["good", "expired"],
            ]
        )
        for line in picture.lines {
            var x = TimelineBar.left
            for bar in line.bars {
                #expect(bar.barX == x && bar.barWidth >= 2)
                x = bar.barX + bar.barWidth
            }
            #expect(x == TimelineBar.left + TimelineBar.span)
            #expect(x == picture.width)
        }
        #expect(picture.lines.map(\.textY) == picture.lines.map(\.textY).sorted())
        #expect(picture.lines.last.map { $0.textY < picture.height } == true)
    }

    @Test("The picture can be read without color: each bar has a word and its dates", arguments: LicenseLanguage.known)
    func words(_ language: LicenseLanguage) async throws {
        let picture = try await Self.picture(.base(days: 100), in: language)
        let catalog = ProductCatalog.zstack
        let bars = try #require(picture.lines.first).bars
        let words = [LicenseStatus.valid, .expired].map { catalog.name(of: $0)[language] }
        #expect(bars.map(\.statusWord) == words)
        #expect(bars[0].barWord == words[0])
        #expect(bars.allSatisfy { $0.barTitle.contains($0.statusWord) })
        #expect(bars.allSatisfy { $0.barTitle.contains(/\d{4}-\u{2060}\d\d-\u{2060}\d\d/) })
        #expect(words.allSatisfy(picture.summary.contains))
        #expect(picture.points.contains { $0.pointChanges.contains { $0.contains(words[1]) } })
    }

    @Test("A bar that is too narrow for its word has a symbol or nothing, and is still seen")
    func narrow() async throws {
        let picture = try await Self.picture(
            .base(days: 3000).graceDays(90),
            .plus("vmware", days: 1)
        )
        let bars = picture.lines.flatMap(\.bars)
        #expect(bars.contains { $0.barWord == nil || $0.barWord != $0.statusWord })
        for bar in bars {
            #expect(bar.barWidth >= 2)
            #expect(bar.wordWidth == 0 || bar.wordX + bar.wordWidth <= bar.barX + bar.barWidth)
        }
    }

    @Test("Without an end, the picture shows 30 days, and nothing changes")
    func perpetual() async throws {
        let picture = try await Self.picture(.base().perpetual())
        #expect(!picture.hasPoints && picture.points.isEmpty && !picture.hasMore)
        #expect(picture.lines[0].bars.map(\.statusWord) == ["valid"])
        #expect(picture.ticks.count == 6 && picture.ticks[0].label == "now")
        #expect(picture.ticks.map(\.x) == picture.ticks.map(\.x).sorted())
    }

    @Test("At most 50 changes are computed, and the page says that there are more")
    func bounded() async throws {
        let world = try await NodeWorld()
        for number in 0..<40 {
            // Each license starts a day after the one before has ended.
            try await world.install(.base(days: 1).pending(days: 1 + 2 * number))
        }
        let entitlements = world.server.licenses.gate.entitlements
        let picture = TimelinePicture(
            entitlements.timeline(from: entitlements.instant, to: .latest),
            in: .english,
            .utc
        )
        #expect(picture.hasMore)
        #expect(picture.points.count <= TimelinePicture.maximumPoints)
        #expect(picture.lines[0].bars.count <= TimelinePicture.maximumPoints + 1)
    }

    @Test("Instants outside the picture are at its edges")
    func scale() {
        let start = LicenseInstant(secondsSince1970: 1_000_000)
        let scale = TimelineScale(from: start, to: nil)
        #expect(scale.end == start.advanced(byDays: TimelineScale.minimumDays))
        #expect(scale.x(of: start) == TimelineBar.left)
        #expect(scale.x(of: scale.end) == TimelineBar.left + TimelineBar.span)
        #expect(scale.x(of: start.advanced(byDays: -9)) == TimelineBar.left)
        #expect(scale.x(of: .latest) == TimelineBar.left + TimelineBar.span)
        #expect(TimelineScale(from: .latest, to: .latest).x(of: .latest) == TimelineBar.left)
    }
}
