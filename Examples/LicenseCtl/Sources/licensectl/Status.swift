import ArgumentParser
import Licensing

/// Shows how the base and the modules stand.
struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what is licensed, until when, and how much is left."
    )

    @OptionGroup var verifier: VerifierOptions
    @OptionGroup var policy: PolicyOptions

    func run() throws {
        let entitlements = try self.policy.entitlements(by: self.verifier)
        try self.report(entitlements).printLine()
    }

    private func report(_ entitlements: Entitlements) -> JSON {
        var base = Self.members(entitlements.base)
        base["edition"] = JSON(entitlements.base.license?.edition)

        let slots = Set(entitlements.configuration.catalog.modules.keys.map(LicenseSlot.module))
            .union(entitlements.modules.map(\.slot))
        var modules: [String: JSON] = [:]
        for slot in slots {
            var members = Self.members(entitlements[slot])
            members["menu"] = JSON(entitlements[slot].menu?.rawValue)
            modules[slot.description] = .object(members)
        }

        let quotas = entitlements.quotas(given: self.policy.usage)
            .map { quota in
                (
                    quota.unit.rawValue,
                    [
                        "licensed": JSON(quota.licensed), "used": .integer(quota.used),
                        "absorbed": .integer(quota.absorbed),
                        "available": JSON(quota.available), "over": .integer(quota.over),
                    ] as JSON
                )
            }
        return [
            "at": JSON(entitlements.instant),
            "base": .object(base),
            "findings": .array(
                entitlements.findings.map { ["code": JSON($0.code.rawValue), "licenseID": JSON($0.licenseID)] }
            ),
            "login": .string(entitlements.login.rawValue),
            "modules": .object(modules),
            "quotas": .object(.init(uniqueKeysWithValues: quotas)),
            "reminders": .array(
                entitlements.reminders.map {
                    [
                        "id": .string($0.id), "kind": .string($0.kind.rawValue), "subject": JSON($0.subject),
                        "daysRemaining": .integer($0.daysRemaining), "until": JSON($0.until),
                    ]
                }
            ),
        ]
    }

    private static func members(_ standing: SlotEntitlement) -> [String: JSON] {
        [
            "status": .string(standing.status.rawValue),
            "licenseID": JSON(standing.license?.id),
            "expiresAt": JSON(standing.license?.expiresAt),
            "graceUntil": JSON(standing.license?.graceUntil),
            "coveredUntil": JSON(standing.coveredUntil),
            "updatesUntil": JSON(standing.license?.updatesUntil),
            "daysCovered": JSON(standing.daysCovered),
            "daysRemaining": JSON(standing.licenseDaysRemaining),
        ]
    }
}
