import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

/// What holds of the previews of every world: each is what happens, and says so.
@Suite("Properties of the preview")
struct PreviewPropertyTests {
    @Test("What is previewed of an installation is what happens")
    func installation() {
        var seen = Counts()
        PropertyTests.holds(in: RandomWorld.fewer) { world in
            let added = world.additions
            let preview = world.entitlements.preview(installing: added, given: Facts.usage)
            let expected = Expected(of: world, from: world.licenses, to: world.licenses + added)
            seen.add(expected)
            return expected.isMet(by: preview)
        }
        seen.expectAll(times: 50)
        #expect(seen.gained * 4 > RandomWorld.fewer.count)
        #expect(seen.lost * 50 > RandomWorld.fewer.count)
    }

    @Test("What is previewed of a removal is what happens")
    func removal() {
        var seen = Counts()
        PropertyTests.holds(in: RandomWorld.fewer) { world in
            // The last one is, but for chance, not there.
            let all = world.licenses + world.additions
            let removed = world.some(of: all) + [world.addition(listing: "snapshot")]
            let preview = world.entitlements(of: all).preview(removing: removed, given: Facts.usage)
            let expected = Expected(of: world, from: all, to: all.filter { !removed.contains($0) })
            seen.add(expected)
            return expected.isMet(by: preview)
        }
        seen.expectAll(times: 50)
        #expect(seen.gained * 100 > RandomWorld.fewer.count)
        #expect(seen.lost * 4 > RandomWorld.fewer.count)
    }

    @Test("A license in force takes a right only from one that it supersedes, and the preview names that slot")
    func superseding() {
        var (lost, named, refused) = (0, 0, 0)
        PropertyTests.holds(in: RandomWorld.fewer) { world in
            let addition = world.addition(listing: world.seed.isMultiple(of: 3) ? "migrate" : "clone")
            let (before, after) = (world.entitlements, world.entitlements(of: world.licenses + [addition]))
            let rights = RandomWorld.capabilities.filter {
                before.decision(for: $0).isAllowed && !after.decision(for: $0).isAllowed
            }
            let rooms = RandomWorld.slots.filter {
                before.reasons(adding: [.hosts: 2], to: $0, given: Facts.usage).isEmpty
                    && !after.reasons(adding: [.hosts: 2], to: $0, given: Facts.usage).isEmpty
            }
            guard !rights.isEmpty || !rooms.isEmpty else { return true }
            // A base license takes the place of a community's grant too.
            let superseded = RandomWorld.slots.filter { slot in
                let isFilled = before[slot].license != nil || slot == .base && world.configuration.community != nil
                return isFilled && before[slot].license != addition && after[slot].license == addition
            }
            let preview = world.entitlements.preview(installing: [addition], given: Facts.usage)
            let told = preview.changes.filter { $0.aspect == .license && $0.after?.text == addition.id.rawValue }
                .compactMap(\.slot)
            // The right itself is named too, where one of the two licenses lists its function.
            let listed = rights.filter { right in
                [before, after].compactMap { $0[right.slot].license?.features(in: right.slot) }
                    .contains { features in right.feature.map(features.contains) ?? false }
            }
            lost += rights.count
            named += listed.count
            refused += rooms.count
            return superseded.allSatisfy(told.contains) && rights.allSatisfy { superseded.contains($0.slot) }
                && listed.allSatisfy(preview.lost.contains) && (rooms.isEmpty || !superseded.isEmpty)
                && rights.allSatisfy { after.codes($0) == ["feature-not-included"] }
        }
        #expect(lost * 50 > RandomWorld.fewer.count)
        #expect(named * 200 > RandomWorld.fewer.count)
        #expect(refused * 100 > RandomWorld.fewer.count)
    }

    @Test("To install what is there changes nothing, however often")
    func nothing() {
        PropertyTests.holds(in: RandomWorld.fewer) { world in
            let present = world.some(of: world.licenses)
            let preview = world.entitlements.preview(installing: present + present, given: Facts.usage)
            return preview.after == preview.before && preview.changes.isEmpty && preview.gained.isEmpty
                && preview.lost.isEmpty
        }
    }
}

/// What a preview must say: what is, what evaluating other licenses says, and every difference.
private struct Expected {
    let before: Facts
    let after: Facts
    let instant: LicenseInstant
    let changes: [Difference]
    let gained: [LicenseCapability]
    let lost: [LicenseCapability]

    init(of world: RandomWorld, from present: [License], to others: [License]) {
        let (old, new) = (world.entitlements(of: present), world.entitlements(of: others))
        let (before, after) = (Facts(old), Facts(new))
        // A right to a function is named where a license lists it.
        let named = zip(Facts.rights, zip(before.rights, after.rights))
            .filter { right, _ in
                guard let feature = right.feature else { return true }
                return [old, new]
                    .contains {
                        $0[right.slot].license?.features(in: right.slot)?.contains(feature) ?? false
                    }
            }
        self.before = before
        self.after = after
        self.instant = world.instant
        self.changes = after.differences(since: before)
        self.gained = named.filter { !$1.0.isAllowed && $1.1.isAllowed }.map(\.0)
        self.lost = named.filter { $1.0.isAllowed && !$1.1.isAllowed }.map(\.0)
    }

    func isMet(by preview: EntitlementsPreview) -> Bool {
        preview.before.instant == self.instant && self.before.isTold(by: preview.before)
            && preview.after.instant == self.instant && self.after.isTold(by: preview.after)
            && preview.changes.map(Difference.init) == self.changes
            && preview.gained == self.gained && preview.lost == self.lost
    }
}

/// In how many worlds a preview tells of what.
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

    /// Fails where some aspect changes in fewer worlds than one in so many.
    func expectAll(times: Int) {
        for aspect in EntitlementChange.Aspect.known {
            #expect((self.aspects[aspect] ?? 0) * times > RandomWorld.fewer.count, "\(aspect)")
        }
    }
}

extension RandomWorld {
    /// One or two licenses, of which the first is in force, and in some worlds one that is there already.
    fileprivate var additions: [License] {
        var random = SplitMix64(seed: self.seed ^ 0xADD5)
        let modules = random.oneIn(3) ? [.vmware, Facts.otherModule] : Self.modules
        let first = self.addition(for: modules, listing: random.oneIn(2) ? "migrate" : "clone")
        guard random.oneIn(2) else { return [first] }
        let second = random.oneIn(4) ? self.licenses.randomElement(using: &random) : nil
        return [first, second ?? Self.license(&random, for: modules, listing: "migrate")]
    }

    /// Some of the licenses, at times none and at times all.
    fileprivate func some(of licenses: [License]) -> [License] {
        var random = SplitMix64(seed: self.seed ^ 0x50E)
        return licenses.filter { _ in random.oneIn(2) }
    }
}
