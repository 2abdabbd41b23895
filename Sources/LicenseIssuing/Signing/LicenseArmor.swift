import LicenseModel

/// Formats the license file that a customer receives: a preamble for people, and the tokens in armor.
enum LicenseArmor {
    /// The maximum number of characters in a line of a token.
    private static let width = 64

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
            "Licensee: \(self.plain(license.licensee))",
        ]
        if let organization = license.organization {
            lines.append("Organization: \(self.plain(organization))")
        }
        lines.append("Issuer: \(self.plain(license.issuer))")
        lines.append("Covers: \(self.scope(of: license))")
        if !license.limits.isEmpty {
            let limits = license.limits.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            lines.append("Limits: \(limits.joined(separator: ", "))")
        }
        let end = license.expiresAt.map { "until \($0)" } ?? "without an end date"
        let purpose = license.environment == .test ? ", for testing only" : ""
        lines.append("Valid: from \(license.notBefore) \(end)\(purpose)")
        return lines
    }

    private static func scope(of license: License) -> String {
        let modules = license.modules.map(\.rawValue).joined(separator: ", ")
        return switch (license.edition, modules.isEmpty) {
        case (let edition?, true): "the product, edition \(edition) (\(license.type))"
        case (let edition?, false): "the product, edition \(edition), with \(modules) (\(license.type))"
        case (nil, _): "\(modules) (\(license.type))"
        }
    }

    /// Returns a claim's text in a form that is safe to show in the preamble.
    ///
    /// A mail program that wraps lines could move part of the text to a separate line. Armor lines start and end with
    /// five hyphens, so a space is inserted into each run of five: no part of the text can then be read as an armor
    /// line.
    private static func plain(_ text: ClaimString) -> String {
        var result: [UInt8] = []
        var run = 0
        for byte in text.rawValue.utf8 {
            run = byte == UInt8(ascii: "-") ? run + 1 : 0
            if run == 5 {
                result.append(UInt8(ascii: " "))
                run = 1
            }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func wrapped(_ token: String) -> [String] {
        let bytes = Array(token.utf8)
        return stride(from: 0, to: bytes.count, by: self.width)
            .map { String(decoding: bytes[$0..<min($0 + self.width, bytes.count)], as: UTF8.self) }
    }
}
