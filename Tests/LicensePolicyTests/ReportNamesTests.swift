import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing

/// A report has the catalog's modules, and all names that a page needs to show the report.
@Suite("Names in a report")
struct ReportNamesTests {
    private static let catalog: ProductCatalog = {
        let catalog = ProductCatalog(
            product: "cloud",
            name: LocalizedText("Photon", ["de": "Photon"]),
            modules: [
                "replication": LocalizedText("replication", ["de": "Replikation"]),
                "archive": LocalizedText("archive", ["de": "Archiv"]),
            ],
            units: [
                "cores": LocalizedText("CPU cores", ["de": "CPU-Kerne"]), "databases": "databases",
                "tables": "tables",
            ],
            editions: ["standard": LocalizedText("Standard", ["de": "Standard"]), "premium": "Premium"]
        )
        do {
            return try catalog.adding(["status.valid": "gültig", "status.notActivated": "nicht aktiviert"], in: "de")
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    private static let configuration = PolicyConfiguration(catalog: catalog, node: .any, build: .any)

    private static let report = Entitlements(
        .base(edition: "standard", limits: ["cores": .count(8), "qubits": .count(1)]),
        .plus("replication", "quantum", until: .days(-1), limits: ["databases": .count(2)]),
        configuration: configuration
    )
    .report()

    @Test("A report has the names of exactly the values that it contains")
    func keys() {
        #expect(
            Set(Self.report.names.keys) == [
                "name", "modules.archive", "modules.quantum", "modules.replication", "units.cores", "units.databases",
                "units.qubits", "editions.standard", "status.valid", "status.expired", "status.notActivated",
                "menu.forbidden", "menu.hidden", "login.redirect",
            ]
        )
    }

    @Test("Names come from the catalog, and unknown values use their raw value")
    func names() {
        let report = Self.report
        #expect(report.name(of: .base)["de"] == "Photon")
        #expect(report.name(of: .module("replication"))["de"] == "Replikation")
        #expect(report.name(of: .module("quantum")) == "quantum")
        #expect(report.name(of: "cores" as LimitUnit)["de"] == "CPU-Kerne")
        #expect(report.name(of: "qubits" as LimitUnit) == "qubits")
        #expect(report.name(of: "standard" as License.Edition).english == "Standard")
    }

    @Test("A value that is not in the report uses its raw value as its name")
    func notInTheReport() {
        let report = Self.report
        // The catalog has a name for each of these.
        #expect(report.name(of: "tables" as LimitUnit) == "tables")
        #expect(report.name(of: "premium" as License.Edition) == "premium")
        #expect(report.name(of: .module("unheard-of")) == "unheard-of")
        #expect(report.name(of: MenuState.shown) == "shown")
    }

    @Test("Statuses, menu states and the login have names in the catalog's languages")
    func states() throws {
        let report = Self.report
        #expect(report.name(of: report.base.status)["de"] == "gültig")
        #expect(report.name(of: report.base.status).simplifiedChinese == "有效")
        let archive = try #require(report[.module("archive")])
        #expect(report.name(of: archive.status)["de"] == "nicht aktiviert")
        #expect(report.name(of: try #require(archive.menu)).simplifiedChinese == "隐藏")
        #expect(report.name(of: report.login).english == "show license page")
    }

    @Test("A JSON round trip preserves the names")
    func roundTrip() throws {
        let decoded = try JSONDecoder()
            .decode(EntitlementsReport.self, from: JSONEncoder().encode(Self.report))
        #expect(decoded.names == Self.report.names)
        #expect(decoded.name(of: .module("replication"))["de"] == "Replikation")
        #expect(decoded.name(of: decoded.base.status)["de"] == "gültig")
        let tree = try #require(
            JSONSerialization.jsonObject(with: JSONEncoder().encode(Self.report)) as? [String: Any]
        )
        let names = try #require(tree["names"] as? [String: [String: String]])
        #expect(names["modules.replication"] == ["en": "replication", "de": "Replikation"])
        #expect(names["status.valid"] == ["en": "valid", "zh-Hans": "有效", "de": "gültig"])
    }

    @Test("A slot has its license's licensee and type, also after a JSON round trip")
    func licensees() throws {
        let trial = License.base(licensee: ClaimString(literal: "Müller 有限公司"), type: .trial)
        let report = Entitlements(trial, .plus("replication"), configuration: Self.configuration).report()
        let decoded = try JSONDecoder().decode(EntitlementsReport.self, from: JSONEncoder().encode(report))
        for report in [report, decoded] {
            #expect(report.base.licensee?.rawValue == "Müller 有限公司")
            #expect(report.base.licenseType == .trial)
            #expect(report[.module("replication")]?.licensee == .customer)
            #expect(report[.module("replication")]?.licenseType == .addOn)
            #expect(report[.module("archive")]?.licensee == nil)
            #expect(report[.module("archive")]?.licenseType == nil)
        }
    }

    // MARK: The catalog's modules

    @Test("The slots are the base, then the catalog's and the licensed modules in order")
    func slots() {
        let report = Self.report
        #expect(report.slots.map(\.slot) == [.base, .module("archive"), .module("quantum"), .module("replication")])
        #expect(report.slots.first == report.base)
        #expect(Array(report.slots.dropFirst()) == Array(report.modules))
        #expect(report.slots.map { report[$0.slot] } == report.slots)
    }

    @Test("Every report includes the catalog's modules, even without a license")
    func withoutLicenses() throws {
        let entitlements = Entitlements(configuration: Self.configuration)
        let slots: [LicenseSlot] = [.base, .module("archive"), .module("replication")]
        #expect(entitlements.report().slots.map(\.slot) == slots)
        #expect(entitlements.report().slots.map(\.status) == [.unlicensed, .notActivated, .notActivated])
        #expect(entitlements.report().modules.map(\.menu) == [.hidden, .hidden])
        #expect(entitlements.timeline(from: .now, to: .now + .days(1)).start.slots.map(\.slot) == slots)
        #expect(entitlements.explanation().slots.map(\.slot) == slots)
        #expect(entitlements.explanation().message(in: Self.catalog)["de"].contains("Archiv: nicht aktiviert"))
        // Entitlements include only the modules of licenses.
        #expect(entitlements.modules == [])
    }

    @Test("A report includes only licensed modules if the catalog has no modules")
    func withoutModules() {
        var catalog = Self.catalog
        catalog.modules = [:]
        let configuration = PolicyConfiguration(catalog: catalog, node: .any, build: .any)
        #expect(Entitlements(configuration: configuration).report().slots.map(\.slot) == [.base])
        let report = Entitlements(.plus("replication"), configuration: configuration).report()
        #expect(report.slots.map(\.slot) == [.base, .module("replication")])
    }

    @Test("A timeline includes a licensed module of the catalog only once")
    func timeline() {
        let entitlements = Entitlements(.base(), .plus("archive", until: .days(5)), configuration: Self.configuration)
        let timeline = entitlements.timeline(from: .now, to: .now + .days(6))
        #expect(timeline.start.slots.map(\.slot) == [.base, .module("archive"), .module("replication")])
        let status = timeline.flatMap(\.changes).filter { $0.aspect == .status }
        #expect(status.map(\.slot) == [.module("archive")])
        #expect(status.map(\.after?.text) == ["expired"])
    }
}
