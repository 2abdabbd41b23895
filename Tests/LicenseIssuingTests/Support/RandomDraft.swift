import LicenseIssuing
import LicenseModel
import TestSupport
import ZStackLicensing

/// A random valid draft, in which each optional member and each kind of value can occur.
struct RandomDraft {
    let draft: LicenseDraft
    let instant: LicenseInstant

    private static let zones = ["UTC", "Asia/Shanghai", "Europe/Berlin", "America/Santiago", "-03:30"]
        .compactMap { try? CalendarZone($0) }

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let instant = LicenseInstant(secondsSince1970: Int64(random.below(4_102_444_800)))
        let start = random.oneIn(2) ? LicenseInstant(secondsSince1970: Int64(random.below(4_102_444_800))) : nil
        var draft = LicenseDraft(
            for: Self.claimString(&random),
            Self.scope(&random),
            type: random.oneIn(2) ? .paid : Self.identifier(&random),
            term: Self.term(from: start ?? instant, &random),
            start: start.map { .at($0) } ?? .whenSigned,
            id: Self.identifier(&random)
        )
        draft.allowsUnknownNames = true
        draft.organization = random.oneIn(2) ? Self.claimString(&random) : nil
        draft.features = random.oneIn(3) ? .only(Set(Self.list(0...9, &random, Self.identifier))) : .any
        draft.nodes = random.oneIn(3) ? .only(Self.list(1...5, &random, Self.claimString)) : .any
        draft.sequence = random.oneIn(2) ? Self.number(&random) : nil
        draft.reminderDays = random.oneIn(3) ? 1 + random.below(365) : nil
        draft.graceDays = random.oneIn(3) ? 1 + random.below(365) : nil
        draft.updates =
            random.oneIn(3)
            ? .until(LicenseInstant(secondsSince1970: Int64(random.below(253_402_300_800)))) : .unlimited
        draft.critical = Set(LicenseDraft.Member.known.filter { _ in random.oneIn(8) })
        (self.draft, self.instant) = (draft, instant)
    }

    private static func scope(_ random: inout SplitMix64) -> LicenseDraft.Scope {
        var limits = Dictionary(
            Self.list(0...4, &random, Self.identifier).map { ($0 as LimitUnit, License.Limit.unlimited) },
            uniquingKeysWith: { first, _ in first }
        )
        for unit in limits.keys.sorted() where random.oneIn(2) {
            limits[unit] = .count(Self.number(&random))
        }
        let modules = Self.list(random.oneIn(2) ? 1...1 : 1...6, &random, Self.identifier) as [License.Module]
        guard random.oneIn(2) else {
            return .plus(modules.isEmpty ? [.vmware] : modules, limits: limits)
        }
        limits[random.oneIn(2) ? .hosts : .cpus] = random.oneIn(3) ? .unlimited : .count(Self.number(&random))
        return .base(
            edition: random.oneIn(2) ? .hybrid : Self.identifier(&random),
            limits: limits,
            bundling: random.oneIn(2) ? modules : []
        )
    }

    private static func term(from start: LicenseInstant, _ random: inout SplitMix64) -> LicenseDraft.Term {
        switch random.below(5) {
        case 0: return .days(1 + random.below(100_000))
        case 1: return .until(start.advanced(bySeconds: Int64(1 + random.below(4_000_000_000))))
        case 2: return .perpetual
        case 3: return .years(1 + random.below(100), in: self.zones[random.below(self.zones.count)])
        default:
            // The end of a day that is at least two days later is after the start in every time zone.
            let text = start.advanced(byDays: 2 + random.below(5_000)).description.prefix(10)
            guard let day = try? CalendarDay(String(text)) else {
                preconditionFailure("Not a day: \(text)")
            }
            return .endOfDay(day, in: self.zones[random.below(self.zones.count)])
        }
    }

    /// Returns a number from 0 to 2^53 - 1, often one of the ends of the range.
    private static func number(_ random: inout SplitMix64) -> Int {
        switch random.below(4) {
        case 0: 0
        case 1: 9_007_199_254_740_991
        case 2: random.below(1_000)
        default: random.below(9_007_199_254_740_992)
        }
    }

    private static func identifier<Name: LicenseIdentifier>(_ random: inout SplitMix64) -> Name {
        let first = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        let all = first + Array("._-".utf8)
        var text = [first[random.below(first.count)]]
        for _ in 0..<(random.oneIn(9) ? 63 : random.below(12)) {
            text.append(all[random.below(all.count)])
        }
        guard let name = Name(rawValue: String(decoding: text, as: UTF8.self)) else {
            preconditionFailure("Not an identifier: \(text)")
        }
        return name
    }

    /// Returns a claim string with any valid characters, often those that are special in JSON or armor.
    private static func claimString(_ random: inout SplitMix64) -> ClaimString {
        let special = Array(#""\/-<>{}[],:'& éß中文字🏢𝔸"#.unicodeScalars)
        var text = String.UnicodeScalarView()
        let length = random.oneIn(30) ? 256 : 1 + random.below(20)
        while text.count < length {
            let scalar =
                random.oneIn(3)
                ? special[random.below(special.count)] : Unicode.Scalar(UInt32(random.below(0x11_0000)))
            if let scalar, ClaimString(rawValue: String(scalar)) != nil {
                text.append(scalar)
            }
        }
        guard let string = ClaimString(rawValue: String(text)) else {
            preconditionFailure("Not a claim string: \(text)")
        }
        return string
    }

    /// Returns distinct random values, at most as many as the upper bound.
    private static func list<Element: Hashable>(
        _ counts: ClosedRange<Int>,
        _ random: inout SplitMix64,
        _ element: (inout SplitMix64) -> Element
    ) -> [Element] {
        var all: [Element] = []
        for _ in 0..<(counts.lowerBound + random.below(counts.count)) {
            let next = element(&random)
            if !all.contains(next) {
                all.append(next)
            }
        }
        return all
    }
}
