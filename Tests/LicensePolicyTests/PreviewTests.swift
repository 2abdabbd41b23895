import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("Previews of license changes")
struct PreviewTests {
    static let vmware = LicenseSlot.module(.vmware)

    static func lines(_ preview: EntitlementsPreview) -> [String] {
        preview.changes.map { change in
            let subject = [change.slot?.description, change.unit?.rawValue].compactMap { $0.map { " \($0)" } }.joined()
            return
                "\(change.aspect.rawValue)\(subject): \(change.before?.description ?? "-") -> \(change.after?.description ?? "-")"
        }
    }

    @Test("Installing a first module gains it and its menu entry, without any loss")
    func firstModule() {
        let preview = Entitlements(.base()).preview(installing: [.plus(.vmware)])
        #expect(
            Self.lines(preview) == [
                "status vmware: notActivated -> activated", "menu vmware: hidden -> shown", "license vmware: - -> P-1",
                "features vmware: - -> all",
                "coveredUntil vmware: - -> 2027-10-07T08:00:00Z", "view vmware: [module-not-activated] -> []",
                "operate vmware: [module-not-activated] -> []",
            ]
        )
        #expect(preview.gained == [.view(Self.vmware), .operate(Self.vmware)])
        #expect(preview.lost == [])
    }

    @Test("Renewing an expired base license ends the redirect and allows operations")
    func renewal() {
        let preview = Entitlements(.base("B-1", until: .days(-1)))
            .preview(installing: [.base("B-2", until: .days(100), issued: .days(-1))])
        #expect(
            Self.lines(preview) == [
                "status base: expired -> valid", "license base: B-1 -> B-2",
                "coveredUntil base: 2027-01-14T08:00:00Z -> 2027-04-25T08:00:00Z",
                "operate base: [base-expired] -> []", "reminder base: expired:base:B-1 -> -",
                // The modules are not activated, before and after.
                "operate baremetal: [base-expired, module-not-activated] -> [module-not-activated]",
                "operate disaster-recovery: [base-expired, module-not-activated] -> [module-not-activated]",
                "operate project-management: [base-expired, module-not-activated] -> [module-not-activated]",
                "operate vmware: [base-expired, module-not-activated] -> [module-not-activated]",
                "login: redirect -> proceed",
            ]
        )
        #expect(preview.gained == [.operate(.base)])
    }

    @Test("A later and smaller license reduces the quota and the features")
    func downgrade() {
        let old = License.base("B-1", limits: [.hosts: .count(100)])
        let new = License.base("B-2", issued: .days(-1), limits: [.hosts: .count(10)], features: ["clone"])
        let installed = Entitlements(old).preview(installing: [new], given: LicenseUsage(total: [.hosts: 25]))
        #expect(
            Self.lines(installed) == [
                "license base: B-1 -> B-2", "limit base hosts: 100 -> 10",
                "features base: all -> [clone]",
                "quota hosts: 100 licensed, 25 used, 0 absorbed, 75 available, 0 over -> "
                    + "10 licensed, 25 used, 0 absorbed, 0 available, 15 over",
                "finding: - -> grants-less B-2",
            ]
        )
        #expect(installed.before.base.features == nil)
        #expect(installed.after.base.features == ["clone"])

        let migrate = License.base("B-2", issued: .days(-1), features: ["migrate"])
        let changed = Entitlements(.base("B-1", features: ["clone"])).preview(installing: [migrate])
        #expect(changed.lost == [.operate(.base, feature: "clone")])
        #expect(changed.gained == [.operate(.base, feature: "migrate")])
    }

    @Test("A base license's feature list is only about the core, and a list can be empty")
    func featureLists() {
        let bundle = License.base("B-2", issued: .days(-1), bundles: [.vmware], features: ["all"])
        let preview = Entitlements(.base("B-1", bundles: [.vmware])).preview(installing: [bundle])
        #expect(
            Self.lines(preview) == [
                "license base: B-1 -> B-2", "features base: all -> [all]", "license vmware: B-1 -> B-2",
                "finding: - -> grants-less B-2",
            ]
        )
        #expect(preview.after[Self.vmware]?.features == nil)

        let emptyList = License.plus(.vmware, features: [])
        #expect(
            Self.lines(Entitlements(bundle).preview(installing: [emptyList]))
                .contains(
                    "features vmware: all -> []"
                )
        )
    }

    @Test("A license with the same id but different content is a different license")
    func sameID() {
        let preview = Entitlements(.base("B-1")).preview(installing: [.base("B-1", issued: .days(-1), features: ["a"])])
        let expected = ["license base: B-1 -> B-1", "features base: all -> [a]", "finding: - -> grants-less B-1"]
        #expect(Self.lines(preview) == expected)
    }

    @Test("A license that is already loaded or not effective has no effect")
    func nothing() {
        let entitlements = Entitlements(.base(), .plus(.vmware))
        #expect(entitlements.preview(installing: [.base()]).changes == [])
        #expect(entitlements.preview(installing: []).changes == [])
        #expect(entitlements.preview(removing: [.plus(.baremetal)]).changes == [])
        #expect(entitlements.preview(installing: [.base("B-0", until: .days(5), issued: .days(-200))]).changes == [])
    }

    @Test("Removing a license loses the capabilities that it allowed")
    func removal() {
        let base = License.base()
        let preview = Entitlements(base, .plus(.vmware)).preview(removing: [base])
        #expect(preview.lost == [.operate(.base), .operate(Self.vmware)])
        #expect(preview.gained == [])
        #expect(preview.after.base.status == .unlicensed)
        #expect(preview.after[Self.vmware]?.operateDenialCodes == [.baseMissing])
    }

    @Test("An excluded license stays loaded")
    func excluded() {
        let configuration = PolicyConfiguration(catalog: .zstack, node: .any, build: .made(at: .now))
        let entitlements = Entitlements(.base(updatesUntil: .days(-1)), configuration: configuration)
        let preview = entitlements.preview(installing: [.plus(.vmware)])
        #expect(preview.after.base.operateDenialCodes == [.baseBuildNotCovered])
        #expect(preview.after.findings.map(\.licenseID) == ["B-1"])
        #expect(entitlements.preview(removing: [.base(updatesUntil: .days(-1))]).after.findings == [])
    }
}
