import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing

@Suite("The JSON of a denial report")
struct DenialReportTests {
    private static let catalog: ProductCatalog = {
        let catalog = ProductCatalog(
            product: "photon",
            name: "Photon",
            contact: LocalizedText("Photon support", [.simplifiedChinese: "光子支持团队", "de": "den Photon-Support"]),
            modules: ["replication": LocalizedText("replication", [.simplifiedChinese: "复制", "de": "Replikation"])],
            units: ["cores": LocalizedText("CPU cores", [.simplifiedChinese: "CPU核", "de": "CPU-Kerne"])]
        )
        do {
            return
                try catalog.adding(
                    [
                        "reason.module-expired": "{license}[ {instant}] {name}",
                        "remedy.module-expired": "Ask {contact}.",
                    ],
                    in: .english
                )
                .adding(
                    ["reason.module-expired": "{name}{license}[{instant}]", "remedy.module-expired": "联系{contact}"],
                    in: .simplifiedChinese
                )
                .adding(
                    [
                        "reason.module-expired": "Die Lizenz[ {license}] für {name} ist[ seit {instant}] abgelaufen.",
                        "remedy.module-expired": "Wenden Sie sich an {contact}.",
                        "shortage": "{limit} {unit}, {used} belegt, {requested} zu viel.",
                        "remedy.limit-reached": "Laden Sie eine größere Lizenz.",
                    ],
                    in: "de"
                )
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    private static let instant = LicenseInstant(secondsSince1970: 1_800_000_000)

    private static func json(_ report: DenialReport) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    /// A denial because of an expired module and two units that would exceed their limits.
    private static let denial = LicenseDenial(
        .operate(.module("replication"), feature: "clone"),
        for: DenialReason(
            .limitReached,
            .base,
            shortages: [
                LimitShortage(unit: "cores", limit: 8, used: 6, requested: 4),
                LimitShortage(unit: "tables", limit: 1, used: 1, requested: 1),
            ]
        ),
        and: [DenialReason(.moduleExpired, .module("replication"), licenseID: "P-1", instant: instant)],
        catalog: catalog
    )

    @Test("A reason has its code, slot, license, instant, message and remedy")
    func shape() throws {
        let denial = LicenseDenial(
            .view(.module("replication")),
            for: DenialReason(.moduleExpired, .module("replication"), licenseID: "P-1", instant: Self.instant),
            catalog: Self.catalog
        )
        let message =
            #"{"de":"Die Lizenz P-1 für Replikation ist seit 2027-01-15T08:00:00Z abgelaufen.","#
            + #""en":"P-1 2027-01-15T08:00:00Z replication","#
            + #""zh-Hans":"复制P-12027-01-15T08:00:00Z"}"#
        #expect(
            try Self.json(DenialReport(denial))
                == #"{"capability":{"operation":"view","slot":"replication"},"message":\#(message),"#
                + #""reasons":[{"code":"module-expired","instant":"2027-01-15T08:00:00Z","licenseID":"P-1","#
                + #""message":\#(message),"remedy":{"de":"Wenden Sie sich an den Photon-Support.","#
                + #""en":"Ask Photon support.","zh-Hans":"联系光子支持团队"},"shortages":[],"slot":"replication"}]}"#
        )
    }

    @Test(
        "With a language, every text is one string in it, or else in English",
        arguments: [
            ("en", "P-1 2027-01-15T08:00:00Z replication", "Ask Photon support."),
            (
                "de", "Die Lizenz P-1 für Replikation ist seit 2027-01-15T08:00:00Z abgelaufen.",
                "Wenden Sie sich an den Photon-Support."
            ),
            ("fr", "P-1 2027-01-15T08:00:00Z replication", "Ask Photon support."),
        ] as [(LicenseLanguage, String, String)]
    )
    func oneLanguage(_ language: LicenseLanguage, _ message: String, _ remedy: String) throws {
        let denial = LicenseDenial(
            .view(.module("replication")),
            for: DenialReason(.moduleExpired, .module("replication"), licenseID: "P-1", instant: Self.instant),
            catalog: Self.catalog
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.userInfo[.licenseLanguage] = language
        let json = String(decoding: try encoder.encode(DenialReport(denial)), as: UTF8.self)
        #expect(
            json
                == #"{"capability":{"operation":"view","slot":"replication"},"message":"\#(message)","#
                + #""reasons":[{"code":"module-expired","instant":"2027-01-15T08:00:00Z","licenseID":"P-1","#
                + #""message":"\#(message)","remedy":"\#(remedy)","shortages":[],"slot":"replication"}]}"#
        )
    }

    @Test("A language of another type is an error, so that it is not ignored")
    func wrongLanguage() {
        let encoder = JSONEncoder()
        encoder.userInfo[.licenseLanguage] = "en"
        #expect(throws: EncodingError.self) { try encoder.encode(DenialReport(Self.denial)) }
    }

    @Test("A report has every reason in order, with a remedy and a line for each limit")
    func reasons() throws {
        let report = DenialReport(Self.denial)
        #expect(report.capability == .operate(.module("replication"), feature: "clone"))
        #expect(report.reasons.map(\.code) == [.moduleExpired, .limitReached])
        #expect(report.reasons.map(\.value) == Self.denial.reasons)
        #expect(report.reasons.allSatisfy { $0.remedy != nil })
        #expect(report.message == Self.denial.message)
        #expect(report.reasons[1].shortages.map(\.unit) == ["cores", "tables"])
        #expect(
            report.reasons[1].message["de"] == "8 CPU-Kerne, 6 belegt, 4 zu viel.\n1 tables, 1 belegt, 1 zu viel."
        )
        #expect(
            report.message["de"]
                == "Die Lizenz P-1 für Replikation ist seit 2027-01-15T08:00:00Z abgelaufen.\n"
                + "8 CPU-Kerne, 6 belegt, 4 zu viel.\n1 tables, 1 belegt, 1 zu viel."
        )
        #expect(report.reasons[1].remedy?["de"] == "Laden Sie eine größere Lizenz.")
        #expect(report.message.simplifiedChinese.split(separator: "\n").count == 3)
    }

    @Test("A line without a German translation is English, and the other lines are German")
    func mixedLines() {
        let denial = LicenseDenial(
            .operate(.module("replication")),
            for: DenialReason(.baseMissing, .base),
            and: [DenialReason(.moduleExpired, .module("replication"))],
            catalog: Self.catalog
        )
        let report = DenialReport(denial)
        #expect(report.reasons[0].message.translations["de"] == nil)
        #expect(
            report.message["de"]
                == report.reasons[0].message.english + "\nDie Lizenz für Replikation ist abgelaufen."
        )
    }

    @Test("A JSON round trip preserves a report in all its languages")
    func roundTrip() throws {
        let report = DenialReport(Self.denial)
        let decoded = try JSONDecoder().decode(DenialReport.self, from: Data(Self.json(report).utf8))
        #expect(decoded == report)
        #expect(decoded.message["de"] == report.message["de"])
        #expect(decoded.reasons[0].remedy?["de"] == "Wenden Sie sich an den Photon-Support.")
    }

    @Test("The report of a decision's denial has the languages of the catalog")
    func decision() throws {
        let configuration = PolicyConfiguration(catalog: Self.catalog, node: .any, build: .any)
        let entitlements = Entitlements(.plus("replication", until: .days(-1)), configuration: configuration)
        guard case .denied(let denial) = entitlements.decision(for: .view(.module("replication"))) else {
            Issue.record("Expected a denial")
            return
        }
        #expect(
            DenialReport(denial).message["de"]
                == "Die Lizenz P-1 für Replikation ist seit 2027-01-14T08:00:00Z abgelaufen."
        )
    }

    @Test(
        "Decoding fails if the capability, reasons, message or English text is missing",
        arguments: [
            #"{"reasons":[],"message":{"en":"No."}}"#,
            #"{"capability":{"operation":"view","slot":"base"},"message":{"en":"No."}}"#,
            #"{"capability":{"operation":"view","slot":"base"},"reasons":[]}"#,
            #"{"capability":{"operation":"view","slot":"base"},"reasons":[{"code":"a","slot":"base","shortages":[]}],"#
                + #""message":{"en":"No."}}"#,
            #"{"capability":{"operation":"view","slot":"base"},"reasons":[],"message":{"de":"Nein."}}"#,
        ]
    )
    func refused(_ json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(DenialReport.self, from: Data(json.utf8)) }
    }
}
