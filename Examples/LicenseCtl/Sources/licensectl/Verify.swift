import ArgumentParser
import LicenseCrypto
import LicenseModel

/// Verifies the licences of files and shows what they say.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Verify licence files and show what they say.")

    @OptionGroup var verifier: VerifierOptions

    func validate() throws {
        guard !self.verifier.files.isEmpty else {
            throw ValidationError("Name the licence files.")
        }
    }

    func run() throws {
        var status: ExitCode?
        try self.verifier.verifyFiles { file, result in
            switch result {
            case .success(let verified):
                for entry in verified.entries {
                    try Self.line(entry, of: file).printLine()
                }
                if !verified.otherNodes.isEmpty {
                    status = ExitCode.refused.worse(than: status)
                }
            case .failure(let error):
                status = try printRefusal(of: file, error).worse(than: status)
            }
        }
        if let status {
            throw status
        }
    }

    private static func line(_ entry: VerifiedFile.Entry, of file: InputFile) -> JSON {
        switch entry {
        case .otherNode(let error):
            return [
                "error": JSON(error.code), "file": .string(file.name.text), "id": JSON(error.licenseID),
                "message": .string(error.message), "ok": false,
            ]
        case .license(let license):
            return [
                "algorithm": .string(license.algorithm.rawValue),
                "category": .string(license.category.rawValue),
                "edition": JSON(license.edition),
                "expiresAt": JSON(license.expiresAt),
                "features": license.features.map { .array($0.sorted().map(JSON.init)) } ?? .null,
                "file": .string(file.name.text),
                "id": JSON(license.id),
                "issuedAt": JSON(license.issuedAt),
                "issuer": JSON(license.issuer),
                "keyID": JSON(license.keyID),
                "licenseType": JSON(license.type),
                "licensee": JSON(license.licensee),
                "limits": .object(.init(uniqueKeysWithValues: license.limits.map { ($0.rawValue, JSON($1)) })),
                "modules": .array(license.modules.map(JSON.init)),
                "nodes": license.nodes.map { .array($0.map(JSON.init)) } ?? .null,
                "notBefore": JSON(license.notBefore),
                "ok": true,
                "product": JSON(license.product),
            ]
        }
    }
}

extension JSON {
    /// A limit: a number, or `"unlimited"`.
    init(_ limit: Limit) {
        switch limit {
        case .count(let count): self = .integer(count)
        case .unlimited: self = "unlimited"
        }
    }
}
