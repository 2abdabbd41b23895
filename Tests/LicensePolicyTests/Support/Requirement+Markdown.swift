import LicenseModel
import LicensePolicy
import TestSupport
import ZStackLicensing

extension Requirement {
    /// The row in the table of `Documentation/Policy.md`.
    var markdown: String {
        let given = self.licenses.map(\.markdown).joined(separator: "<br>")
        let then = self.expectations.map(\.markdown).joined(separator: "<br>")
        let wait = self.entitlements.instant.span.map { "<br>\($0) later" } ?? ""
        return "| \(self.row) | \(self.title) | \(given.isEmpty ? "no license" : given)\(wait) | \(then) |"
    }
}

extension Requirement.Expectation {
    /// A short description of the expected result.
    var markdown: String {
        switch self {
        case .status(let slot, let status, let chinese): "\(slot): `\(status)` \(chinese)"
        case .menu(let slot, let menu): "\(slot): menu `\(menu)`"
        case .allowed(let capabilities): "allowed: \(Self.list(capabilities))"
        case .denied(let capabilities, let codes):
            "denied: \(Self.list(capabilities)): \(codes.map { "`\($0)`" }.joined(separator: ", "))"
        case .denialText(let capability, let english, let chinese):
            "\(Self.list([capability])): message '\(english)', '\(chinese)'"
        case .reminders(let lines): lines.isEmpty ? "no reminder" : "reminders: \(lines.joined(separator: ", "))"
        case .remindersSay(let chinese, let english): "reminders contain '\(english)', '\(chinese)'"
        case .login(let directive): "login: `\(directive)`"
        case .available(let unit, let used, let available): "\(unit): \(used) used, \(available) available"
        case .edition(let edition): "edition \(edition)"
        case .type(let type): "type \(type)"
        case .effective(let slot, let id): "\(slot): license \(id?.rawValue ?? "none")"
        case .name(let slot, let chinese): "\(slot): name \(chinese)"
        case .info(let part): "GetLicenseInfo contains `\(part)`"
        }
    }

    private static func list(_ capabilities: [LicenseCapability]) -> String {
        capabilities
            .map { "\($0.operation.rawValue) \($0.slot)" + ($0.feature.map { " (\($0))" } ?? "") }
            .joined(separator: ", ")
    }
}

extension License {
    /// The members that differ from the default license of the tests, with times relative to now.
    fileprivate var markdown: String {
        let isBase = self.category == .base
        let standard = isBase ? License.base() : License.plus(.vmware)
        var parts = ["\(self.category.rawValue) \(self.id)"]
        if !self.modules.isEmpty {
            parts.append("\(isBase ? "with" : "for") " + self.modules.map(\.rawValue).joined(separator: ", "))
        }
        if self.edition != standard.edition, let edition {
            parts.append("edition \(edition)")
        }
        if self.type != standard.type {
            parts.append("type \(self.type)")
        }
        if self.issuedAt != standard.issuedAt {
            parts.append("issued \(self.issuedAt.span ?? "now")")
        }
        if self.notBefore != standard.notBefore {
            parts.append("from \(self.notBefore.span ?? "now")")
        }
        if self.expiresAt != standard.expiresAt {
            parts.append(self.expiresAt.map { "until \($0.span ?? "now")" } ?? "perpetual")
        }
        if let graceDays {
            parts.append("\(graceDays) d grace period")
        }
        if let features {
            parts.append("features " + features.map(\.rawValue).sorted().joined(separator: ", "))
        }
        if self.limits != standard.limits {
            parts.append(self.limits.map { "\($0.value) \($0.key)" }.sorted().joined(separator: ", "))
        }
        return parts.joined(separator: ", ")
    }
}

extension LicenseInstant {
    /// The distance from now in days and seconds, or `nil` for now itself.
    fileprivate var span: String? {
        let seconds = self.secondsSince1970 - LicenseInstant.now.secondsSince1970
        // Days are rounded to the nearest, so that a second less than a day is "+1 d −1 s".
        let days = (seconds + (seconds < 0 ? -43_200 : 43_200)) / 86_400
        let rest = seconds - days * 86_400
        let parts = [(days, "d"), (rest, "s")].filter { $0.0 != 0 }
            .map { "\($0.0 < 0 ? "−" : "+")\($0.0.magnitude) \($0.1)" }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
