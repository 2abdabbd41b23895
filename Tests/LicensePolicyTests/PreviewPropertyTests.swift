import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

/// In every random scenario, a preview matches the evaluation of the changed licenses.
@Suite("Preview properties")
struct PreviewPropertyTests {
    @Test("The preview of an installation matches the evaluation after it")
    func installation() {
        var counts = Counts()
        PropertyTests.holds(in: RandomScenario.sample) { scenario in
            let added = scenario.additions
            let preview = scenario.entitlements.preview(installing: added, given: Facts.usage)
            let expected = Expected(of: scenario, from: scenario.licenses, to: scenario.licenses + added)
            counts.add(expected)
            return expected.matches(preview)
        }
        counts.expectAll(inOneOf: 50)
        #expect(counts.gained * 4 > RandomScenario.sample.count)
        #expect(counts.lost * 50 > RandomScenario.sample.count)
    }

    @Test("The preview of a removal matches the evaluation after it")
    func removal() {
        var counts = Counts()
        PropertyTests.holds(in: RandomScenario.sample) { scenario in
            // The last license is almost never loaded.
            let all = scenario.licenses + scenario.additions
            let removed = scenario.subset(of: all) + [scenario.addition(listing: "snapshot")]
            let preview = scenario.entitlements(of: all).preview(removing: removed, given: Facts.usage)
            let expected = Expected(of: scenario, from: all, to: all.filter { !removed.contains($0) })
            counts.add(expected)
            return expected.matches(preview)
        }
        counts.expectAll(inOneOf: 50)
        #expect(counts.gained * 100 > RandomScenario.sample.count)
        #expect(counts.lost * 4 > RandomScenario.sample.count)
    }

    @Test("Installing a current license loses only capabilities of superseded licenses")
    func superseding() {
        var (lost, named, denied) = (0, 0, 0)
        PropertyTests.holds(in: RandomScenario.sample) { scenario in
            let addition = scenario.addition(listing: scenario.seed.isMultiple(of: 3) ? "migrate" : "clone")
            let (before, after) = (scenario.entitlements, scenario.entitlements(of: scenario.licenses + [addition]))
            let lostCapabilities = RandomScenario.capabilities.filter {
                before.decision(for: $0).isAllowed && !after.decision(for: $0).isAllowed
            }
            let deniedSlots = RandomScenario.slots.filter {
                before.reasons(adding: [.hosts: 2], to: $0, given: Facts.usage).isEmpty
                    && !after.reasons(adding: [.hosts: 2], to: $0, given: Facts.usage).isEmpty
            }
            guard !lostCapabilities.isEmpty || !deniedSlots.isEmpty else { return true }
            // A base license also supersedes the community grant.
            let superseded = RandomScenario.slots.filter { slot in
                let isFilled = before[slot].license != nil || slot == .base && scenario.configuration.community != nil
                return isFilled && before[slot].license != addition && after[slot].license == addition
            }
            let preview = scenario.entitlements.preview(installing: [addition], given: Facts.usage)
            let reported = preview.changes.filter { $0.aspect == .license && $0.after?.text == addition.id.rawValue }
                .compactMap(\.slot)
            // The preview also lists the capability itself, if one of the two licenses lists its feature.
            let listed = lostCapabilities.filter { capability in
                [before, after].compactMap { $0[capability.slot].license?.features(in: capability.slot) }
                    .contains { features in capability.feature.map(features.contains) ?? false }
            }
            lost += lostCapabilities.count
            named += listed.count
            denied += deniedSlots.count
            return superseded.allSatisfy(reported.contains)
                && lostCapabilities.allSatisfy { superseded.contains($0.slot) }
                && listed.allSatisfy(preview.lost.contains) && (deniedSlots.isEmpty || !superseded.isEmpty)
                && lostCapabilities.allSatisfy { after.codes($0) == ["feature-not-included"] }
        }
        #expect(lost * 50 > RandomScenario.sample.count)
        #expect(named * 200 > RandomScenario.sample.count)
        #expect(denied * 100 > RandomScenario.sample.count)
    }

    @Test("Installing loaded licenses has no effect, even repeatedly")
    func nothing() {
        PropertyTests.holds(in: RandomScenario.sample) { scenario in
            let loaded = scenario.subset(of: scenario.licenses)
            let preview = scenario.entitlements.preview(installing: loaded + loaded, given: Facts.usage)
            return preview.after == preview.before && preview.changes.isEmpty && preview.gained.isEmpty
                && preview.lost.isEmpty
        }
    }
}

/// An expected preview: the evaluations before and after the change, and every difference between them.
private struct Expected {
    let before: Facts
    let after: Facts
    let instant: LicenseInstant
    let changes: [Difference]
    let gained: [LicenseCapability]
    let lost: [LicenseCapability]

    init(of scenario: RandomScenario, from loaded: [License], to changed: [License]) {
        let (old, new) = (scenario.entitlements(of: loaded), scenario.entitlements(of: changed))
        let (before, after) = (Facts(old), Facts(new))
        // A preview lists a capability on a feature only if a license lists the feature.
        let listed = zip(Facts.deniableCapabilities, zip(before.decisions, after.decisions))
            .filter { capability, _ in
                guard let feature = capability.feature else { return true }
                return [old, new]
                    .contains {
                        $0[capability.slot].license?.features(in: capability.slot)?.contains(feature) ?? false
                    }
            }
        self.before = before
        self.after = after
        self.instant = scenario.instant
        self.changes = after.differences(since: before)
        self.gained = listed.filter { !$1.0.isAllowed && $1.1.isAllowed }.map(\.0)
        self.lost = listed.filter { $1.0.isAllowed && !$1.1.isAllowed }.map(\.0)
    }

    func matches(_ preview: EntitlementsPreview) -> Bool {
        preview.before.instant == self.instant && self.before.matches(preview.before)
            && preview.after.instant == self.instant && self.after.matches(preview.after)
            && preview.changes.map(Difference.init) == self.changes
            && preview.gained == self.gained && preview.lost == self.lost
    }
}

/// The number of scenarios in which each aspect changes, and in which a capability is gained or lost.
private struct Counts {
    private var aspects: [EntitlementChange.Aspect: Int] = [:]
    private(set) var gained = 0
    private(set) var lost = 0

    mutating func add(_ expected: Expected) {
        for aspect in Set(expected.changes.map(\.aspect)) {
            self.aspects[aspect, default: 0] += 1
        }
        self.gained += expected.gained.isEmpty ? 0 : 1
        self.lost += expected.lost.isEmpty ? 0 : 1
    }

    /// Expects that each aspect changes in more than one of so many scenarios.
    func expectAll(inOneOf interval: Int) {
        for aspect in EntitlementChange.Aspect.known {
            #expect((self.aspects[aspect] ?? 0) * interval > RandomScenario.sample.count, "\(aspect)")
        }
    }
}

extension RandomScenario {
    /// One or two licenses to install: the first is current, and the second is a loaded license in some scenarios.
    fileprivate var additions: [License] {
        var random = SplitMix64(seed: self.seed ^ 0xADD5)
        let modules = random.oneIn(3) ? [.vmware, Facts.otherModule] : Self.modules
        let first = self.addition(for: modules, listing: random.oneIn(2) ? "migrate" : "clone")
        guard random.oneIn(2) else { return [first] }
        let second = random.oneIn(4) ? self.licenses.randomElement(using: &random) : nil
        return [first, second ?? Self.license(&random, for: modules, listing: "migrate")]
    }

    /// Returns a random subset of the licenses, which can be empty or complete.
    fileprivate func subset(of licenses: [License]) -> [License] {
        var random = SplitMix64(seed: self.seed ^ 0x50E)
        return licenses.filter { _ in random.oneIn(2) }
    }
}
