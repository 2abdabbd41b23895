import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("Features that licenses list")
struct FeatureTests {
    static let vmware = LicenseSlot.module(.vmware)

    @Test(
        "A base license's list denies other core features in every state",
        arguments: [
            (SlotCase.empty, ["base-missing"]), (.pending, ["base-not-yet-valid", "feature-not-included"]),
            (.current, ["feature-not-included"]), (.grace, ["feature-not-included"]),
            (.expired, ["base-expired", "feature-not-included"]),
        ]
    )
    func base(_ state: SlotCase, _ expected: [String]) {
        let entitlements = Entitlements(state.base(features: ["snapshot"]), at: .now)
        #expect(entitlements.codes(.operate(.base, feature: "clone")) == expected)
        #expect(
            entitlements.codes(.operate(.base, feature: "snapshot"))
                == expected.filter { $0 != "feature-not-included" }
        )
        #expect(entitlements.codes(.view(.base, feature: "clone")) == [])
    }

    @Test(
        "A plus license's list denies the module's other features in every state",
        arguments: [
            (SlotCase.empty, ["module-not-activated"]), (.pending, ["module-not-yet-valid", "feature-not-included"]),
            (.current, ["feature-not-included"]), (.grace, ["feature-not-included"]),
            (.expired, ["module-expired", "feature-not-included"]),
        ]
    )
    func plus(_ state: SlotCase, _ expected: [String]) {
        let entitlements = Entitlements([.base()] + state.plus(.vmware, features: ["migrate"]), at: .now)
        #expect(entitlements.codes(.view(Self.vmware, feature: "clone")) == expected)
        #expect(entitlements.codes(.operate(Self.vmware, feature: "clone")) == expected)
        let without = expected.filter { $0 != "feature-not-included" }
        #expect(entitlements.codes(.view(Self.vmware, feature: "migrate")) == without)
        #expect(entitlements.codes(.operate(Self.vmware, feature: "migrate")) == without)
    }

    @Test("A base license's list does not restrict the modules that it bundles")
    func bundle() {
        let entitlements = Entitlements(.base(bundles: [.vmware], features: ["snapshot"]))
        #expect(entitlements.codes(.view(Self.vmware, feature: "clone")) == [])
        #expect(entitlements.codes(.operate(Self.vmware, feature: "clone")) == [])
        #expect(entitlements.codes(.operate(.base, feature: "clone")) == ["feature-not-included"])
    }

    @Test("A base license's list does not restrict a module with a plus license")
    func baseListAndPlus() {
        let entitlements = Entitlements(.base(features: ["snapshot"]), .plus(.vmware))
        #expect(entitlements.codes(.operate(Self.vmware, feature: "clone")) == [])
    }

    @Test("A plus license's list takes precedence over the bundle")
    func plusOverBundle() {
        let entitlements = Entitlements(.base(bundles: [.vmware]), .plus(.vmware, features: ["migrate"]))
        #expect(entitlements.codes(.operate(Self.vmware, feature: "clone")) == ["feature-not-included"])
        #expect(entitlements.codes(.operate(Self.vmware, feature: "migrate")) == [])
    }

    @Test("A license without a list includes every feature; an empty list includes none")
    func emptyList() {
        let entitlements = Entitlements(.base(), .plus(.vmware, features: []))
        #expect(entitlements.codes(.operate(.base, feature: "clone")) == [])
        #expect(entitlements.codes(.view(Self.vmware, feature: "clone")) == ["feature-not-included"])
        #expect(entitlements.codes(.view(Self.vmware)) == [])
        #expect(entitlements.codes(.operate(Self.vmware)) == [])
    }

    @Test("Features are compared byte by byte")
    func bytes() {
        let entitlements = Entitlements(.base(features: ["clone"]))
        #expect(entitlements.codes(.operate(.base, feature: "clone")) == [])
        #expect(entitlements.codes(.operate(.base, feature: "Clone")) == ["feature-not-included"])
    }

    @Test("keepRunning and recover are allowed for every feature", arguments: SlotCase.allCases)
    func alwaysAllowed(_ state: SlotCase) {
        let licenses = state.base(features: ["snapshot"]) + state.plus(.vmware, features: ["snapshot"])
        let entitlements = Entitlements(licenses, at: .now)
        for operation in [LicenseCapability.Operation.keepRunning, .recover] {
            for slot in [LicenseSlot.base, Self.vmware, .module(.baremetal)] {
                #expect(entitlements.decision(for: LicenseCapability(operation, slot, feature: "clone")) == .allowed)
            }
        }
    }

    @Test("The reason names the feature and the license, after the reasons of the slots")
    func reason() {
        let entitlements = Entitlements(
            .base(until: .zero),
            .plus(.vmware, id: "P-9", until: .zero, features: ["migrate"])
        )
        let decision = entitlements.decision(for: .operate(Self.vmware, feature: "clone"))
        #expect(
            decision.reasons == [
                DenialReason(.baseExpired, .base, licenseID: "B-1", instant: .now),
                DenialReason(.moduleExpired, .module(.vmware), licenseID: "P-9", instant: .now),
                DenialReason(.featureNotIncluded, Self.vmware, licenseID: "P-9", feature: "clone"),
            ]
        )
    }

    @Test("The feature's reason comes before the reason of a reached limit")
    func beforeLimit() {
        let entitlements = Entitlements(.base(limits: [.hosts: .count(0)], features: ["snapshot"]))
        let codes = entitlements.codes(adding: [.hosts: 1], to: .base, feature: "clone", given: LicenseUsage.zero)
        #expect(codes == ["feature-not-included", "limit-reached"])
    }
}
