import LicenseCrypto
import LicenseModel

/// Formats the license file that a customer receives: a preamble for people, and the tokens in armor.
enum LicenseArmor {
    /// The maximum number of characters in a line of a token.
    private static let width = 64

    /// The maximum number of features or nodes that the preamble names.
    private static let listedNames = 16

    static func text(of licenses: [IssuedLicense]) -> String {
        var lines = licenses.flatMap { self.preamble(of: $0.license) + [""] }
        lines += [
            "The lines above are for your information and are not signed. Only the signed text below is valid.",
            "",
        ]
        for license in licenses {
            lines += ["-----BEGIN LICENSE-----"] + self.wrapped(license.token) + ["-----END LICENSE-----"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func preamble(of license: License) -> [String] {
        var lines = [
            "License \(license.id) for \(license.product)",
            "Licensee: \(license.licensee)",
        ]
        if let organization = license.organization {
            lines.append("Organization: \(organization)")
        }
        lines.append("Issuer: \(license.issuer)")
        lines.append("Covers: \(self.scope(of: license))")
        if !license.limits.isEmpty {
            let limits = license.limits.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            lines.append("Limits: \(limits.joined(separator: ", "))")
        }
        if let features = license.features {
            lines.append("Features: \(self.list(features.sorted().map(\.rawValue)))")
        }
        if let nodes = license.nodes {
            lines.append("Nodes: \(self.list(nodes.map(\.rawValue)))")
        }
        let end = license.expiresAt.map { "until \($0)" } ?? "without an end date"
        let purpose = license.environment == .test ? ", for testing only" : ""
        lines.append("Valid: from \(license.notBefore) \(end)\(purpose)")
        if let days = license.graceDays, let end = license.graceUntil {
            lines.append("Grace period: \(days) \(days == 1 ? "day" : "days"), until \(end)")
        }
        if let end = license.updatesUntil {
            lines.append("Updates: builds of the product until \(end)")
        }
        // A verifier refuses a file in which words look like armor. A mail program that wraps lines can turn any part of a text
        // into a line of its own.
        return lines.map {
            ArmorMarker.isSpelled(in: $0) ? "(A line is not shown here, because it looks like armor.)" : $0
        }
    }

    /// Returns the first names of a list, and the number of the others.
    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(self.listedNames).joined(separator: ", ")
        let others = names.count - self.listedNames
        return names.isEmpty ? "none" : others > 0 ? "\(shown), and \(others) more" : shown
    }

    private static func scope(of license: License) -> String {
        let modules = license.modules.map(\.rawValue).joined(separator: ", ")
        return switch (license.edition, modules.isEmpty) {
        case (let edition?, true): "the product, edition \(edition) (\(license.type))"
        case (let edition?, false): "the product, edition \(edition), with \(modules) (\(license.type))"
        case (nil, _): "\(modules) (\(license.type))"
        }
    }

    private static func wrapped(_ token: String) -> [String] {
        let bytes = Array(token.utf8)
        return stride(from: 0, to: bytes.count, by: self.width)
            .map { String(decoding: bytes[$0..<min($0 + self.width, bytes.count)], as: UTF8.self) }
    }
}
