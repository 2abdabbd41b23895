import LicenseModel
import LicensePolicy
import TestSupport
import ZStackLicensing

extension Requirement {
    /// The row as `Documentation/Policy.md` has it.
    var markdown: String {
        let given = self.licenses.map(\.markdown).joined(separator: "<br>")
        let then = self.expectations.map(\.markdown).joined(separator: "<br>")
        let wait = self.entitlements.instant.span.map { "<br>\($0) later" } ?? ""
        return "| \(self.row) | \(self.title) | \(given.isEmpty ? "no license" : given)\(wait) | \(then) |"
    }
}

extension Requirement.Expectation {
    /// What must hold, in a few words.
    var markdown: String {
        switch self {
        case .status(let slot, let status, let chinese): "\(slot): `\(status)` \(chinese)"
        case .menu(let slot, let menu): "\(slot): menu `\(menu)`"
        case .allowed(let capabilities): "allowed: \(Self.list(capabilities))"
        case .denied(let capabilities, let codes):
            "denied: \(Self.list(capabilities)): \(codes.map { "`\($0)`" }.joined(separator: ", "))"
        case .denialText(let capability, let english, let chinese):
            "\(Self.list([capability])) says '\(english)' and '\(chinese)'"
        case .reminders(let lines): lines.isEmpty ? "no reminder" : "reminders: \(lines.joined(separator: ", "))"
        case .remindersSay(let chinese, let english): "reminders say '\(english)' and '\(chinese)'"
        case .login(let directive): "login: `\(directive)`"
        case .available(let unit, let used, let available): "\(unit): \(used) used, \(available) available"
        case .edition(let edition): "edition \(edition)"
        case .type(let type): "type \(type)"
        case .effective(let slot, let id): "\(slot): license \(id?.rawValue ?? "none")"
        case .name(let slot, let chinese): "\(slot) is called \(chinese)"
        case .info(let part): "GetLicenseInfo has `\(part)`"
        }
    }

    private static func list(_ capabilities: [LicenseCapability]) -> String {
        capabilities
            .map { "\($0.operation.rawValue) \($0.slot)" + ($0.feature.map { " (\($0))" } ?? "") }
            .joined(separator: ", ")
    }
}

extension License {
    /// What the license says beyond a usual one of the tests, its times counted from now.
    fileprivate var markdown: String {
        let isBase = self.category == .base
        let usual = isBase ? License.base() : License.plus(.vmware)
        var words = ["\(self.category.rawValue) \(self.id)"]
        if !self.modules.isEmpty {
            words.append("\(isBase ? "with" : "for") " + self.modules.map(\.rawValue).joined(separator: ", "))
        }
        if self.edition != usual.edition, let edition {
            words.append("edition \(edition)")
        }
        if self.type != usual.type {
            words.append("type \(self.type)")
        }
        if self.issuedAt != usual.issuedAt {
            words.append("signed \(self.issuedAt.span ?? "now")")
        }
        if self.notBefore != usual.notBefore {
            words.append("from \(self.notBefore.span ?? "now")")
        }
        if self.expiresAt != usual.expiresAt {
            words.append(self.expiresAt.map { "until \($0.span ?? "now")" } ?? "perpetual")
        }
        if let graceDays {
            words.append("\(graceDays) d of grace")
        }
        if let features {
            words.append("functions " + features.map(\.rawValue).sorted().joined(separator: ", "))
        }
        if self.limits != usual.limits {
            words.append(self.limits.map { "\($0.value) \($0.key)" }.sorted().joined(separator: ", "))
        }
        return words.joined(separator: ", ")
    }
}

extension LicenseInstant {
    /// How far it is from now, in days and seconds; `nil` for now.
    fileprivate var span: String? {
        let seconds = self.secondsSince1970 - LicenseInstant.now.secondsSince1970
        // To the nearest day, so that a second before a day is said as such.
        let days = (seconds + (seconds < 0 ? -43_200 : 43_200)) / 86_400
        let rest = seconds - days * 86_400
        let parts = [(days, "d"), (rest, "s")].filter { $0.0 != 0 }
            .map { "\($0.0 < 0 ? "−" : "+")\($0.0.magnitude) \($0.1)" }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
