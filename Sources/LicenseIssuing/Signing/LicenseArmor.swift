import LicenseModel

/// The file that a customer gets: words for people, and tokens in armor.
enum LicenseArmor {
    /// The most characters of a line of a token.
    private static let width = 64

    static func text(of licenses: [IssuedLicense]) -> String {
        var lines = licenses.flatMap { self.preamble(of: $0.license) + [""] }
        lines += [
            "The lines above are for people and are not signed. What counts is signed, and stands between the lines below.",
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
        let end = license.expiresAt.map { "until \($0)" } ?? "without end"
        let purpose = license.environment == .test ? ", for tests only" : ""
        lines.append("In force: from \(license.notBefore) \(end)\(purpose)")
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

    /// A text from outside as the preamble shows it.
    ///
    /// A mail program that wraps lines could put a part of it on a line of its own. So that no part is an armor line, a
    /// run of five hyphens, with which those begin and end, is broken up.
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
