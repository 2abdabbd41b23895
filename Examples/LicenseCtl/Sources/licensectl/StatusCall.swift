import ArgumentParser
import Licensing

/// Shows the status of the base and of each module.
struct StatusCall: EvaluationCall {
    static let name = "status"
    static let abstract = "Show the status of each module, the end of its license, and the quotas."

    @OptionGroup var use: UsageOptions

    func answer(_ evaluation: Evaluation) -> Answer {
        let entitlements = evaluation.entitlements
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

        let quotas = entitlements.quotas(given: self.use.usage(replacing: evaluation.usage))
            .map { quota in
                (
                    quota.unit.rawValue,
                    [
                        "licensed": JSON(quota.licensed), "used": .integer(quota.used),
                        "absorbed": .integer(quota.coveredByModules),
                        "available": JSON(quota.available), "over": .integer(quota.overage),
                    ] as JSON
                )
            }
        let line: JSON = [
            "at": JSON(entitlements.instant),
            "base": .object(base),
            "findings": .array(evaluation.findings),
            "login": .string(entitlements.login.rawValue),
            "modules": .object(modules),
            "quotas": .object(.init(uniqueKeysWithValues: quotas)),
            "reminders": .array(
                entitlements.reminders.map {
                    [
                        "id": .string($0.id), "kind": .string($0.kind.rawValue), "subject": JSON($0.slot),
                        "daysRemaining": .integer($0.daysRemaining), "until": JSON($0.until),
                    ]
                }
            ),
        ]
        return Answer(line: line)
    }

    private static func members(_ entitlement: SlotEntitlement) -> [String: JSON] {
        [
            "status": .string(entitlement.status.rawValue),
            "licenseID": JSON(entitlement.license?.id),
            "expiresAt": JSON(entitlement.license?.expiresAt),
            "graceUntil": JSON(entitlement.license?.graceUntil),
            "coveredUntil": JSON(entitlement.coveredUntil),
            "updatesUntil": JSON(entitlement.license?.updatesUntil),
            "daysCovered": JSON(entitlement.daysCovered),
            "daysRemaining": JSON(entitlement.licenseDaysRemaining),
        ]
    }
}
