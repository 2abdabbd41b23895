import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

/// A requirement of the license guide: licenses, an instant, and the expected results.
struct Requirement: Sendable, CustomTestStringConvertible {
    /// A result that the requirement expects.
    enum Expectation: Sendable {
        case status(LicenseSlot, String, chinese: String)
        case menu(LicenseSlot, String)
        case allowed([LicenseCapability])
        case denied([LicenseCapability], [String])
        case denialText(LicenseCapability, english: String, chinese: String)
        case reminders([String])
        case remindersSay(chinese: String, english: String)
        case login(String)
        case available(LimitUnit, used: Int, available: Int)
        case edition(String)
        case type(String)
        case effective(LicenseSlot, LicenseID?)
        case name(LicenseSlot, chinese: String)

        /// A part of the JSON of GetLicenseInfo, with 1 host in use and instants in China Standard Time.
        case info(String)
    }

    let row: Int
    let title: String
    let licenses: [License]
    let entitlements: Entitlements
    let expectations: [Expectation]

    init(
        _ row: Int,
        _ title: String,
        _ licenses: [License],
        after span: Span = .zero,
        _ expectations: Expectation...
    ) {
        self.row = row
        self.title = title
        self.licenses = licenses
        self.entitlements = Entitlements(licenses, at: .now + span)
        self.expectations = expectations
    }

    var testDescription: String {
        "row \(self.row): \(self.title)"
    }

    func check(_ expectation: Expectation) {
        let entitlements = self.entitlements
        switch expectation {
        case .status(let slot, let status, let chinese):
            #expect(entitlements[slot].status.rawValue == status)
            #expect(entitlements[slot].status.name.simplifiedChinese == chinese)
        case .menu(let slot, let menu):
            #expect(entitlements[slot].menu?.rawValue == menu)
        case .allowed(let capabilities):
            for capability in capabilities {
                #expect(entitlements.codes(capability) == [], "\(capability)")
                #expect(entitlements.decision(for: capability).isAllowed, "\(capability)")
            }
        case .denied(let capabilities, let codes):
            for capability in capabilities {
                #expect(entitlements.codes(capability) == codes, "\(capability)")
                #expect(!entitlements.decision(for: capability).isAllowed, "\(capability)")
            }
        case .denialText(let capability, let english, let chinese):
            guard case .denied(let denial) = entitlements.decision(for: capability) else {
                Issue.record("\(capability) is allowed")
                return
            }
            #expect(denial.message.english == english)
            #expect(denial.message.simplifiedChinese == chinese)
        case .reminders(let expected):
            #expect(
                entitlements.reminders.map { "\($0.kind.rawValue) \($0.slot) \($0.daysRemaining)" } == expected
            )
        case .remindersSay(let chinese, let english):
            #expect(!entitlements.reminders.isEmpty)
            for reminder in entitlements.reminders {
                #expect(reminder.message.simplifiedChinese.contains(chinese))
                #expect(reminder.message.english.contains(english))
            }
        case .login(let directive):
            #expect(entitlements.login.rawValue == directive)
        case .available(let unit, let used, let available):
            let quota = entitlements.quotas(given: LicenseUsage(total: [unit: used])).first { $0.unit == unit }
            #expect(quota?.available == .count(available))
        case .edition(let edition):
            #expect(entitlements.base.license?.edition?.rawValue == edition)
        case .type(let type):
            #expect(entitlements.base.license?.type.rawValue == type)
        case .effective(let slot, let id):
            #expect(entitlements[slot].license?.id == id)
        case .name(let slot, let chinese):
            #expect(slot.name.simplifiedChinese == chinese)
        case .info(let part):
            #expect(self.info.contains(part), "\(self.info)")
        }
    }

    /// The JSON of GetLicenseInfo, with sorted members.
    private var info: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let response = GetLicenseInfoResponse(
            self.entitlements,
            usage: LicenseUsage(total: [.hosts: 1]),
            licenseRequest: "cmVxdWVzdA==",
            offset: .china
        )
        do {
            return String(decoding: try encoder.encode(response), as: UTF8.self)
        } catch {
            return "\(error)"
        }
    }
}
