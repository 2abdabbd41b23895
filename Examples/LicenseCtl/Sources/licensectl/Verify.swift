import ArgumentParser
import Licensing

/// Verifies license files and shows their content.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Verify license files and show their content.")

    @OptionGroup var verifier: VerifierOptions

    func validate() throws {
        guard !self.verifier.files.isEmpty else {
            throw ValidationError("Specify at least one license file.")
        }
    }

    func run() throws {
        let catalog = try self.verifier.catalog.catalog()
        var status: ExitCode?
        try self.verifier.verifyFiles(for: catalog) { file, result in
            switch result {
            case .success(let verified):
                for entry in verified.entries {
                    let license = entry.license
                    if let node = self.verifier.node, let error = license.wrongNodeError(on: .only([node])) {
                        status = try Refusal(error, inBlock: entry.block, of: file, catalog).printLine()
                            .worse(than: status)
                    } else {
                        try Self.line(license, of: file).printLine()
                    }
                }
            case .failure(let error):
                status = try Refusal(error, of: file, catalog).printLine().worse(than: status)
            }
        }
        if let status {
            throw status
        }
    }

    /// Returns the output for a verified license.
    private static func line(_ license: License, of file: InputFile) -> JSON {
        [
            "algorithm": .string(license.algorithm.rawValue),
            "category": .string(license.category.rawValue),
            "edition": JSON(license.edition),
            "expiresAt": JSON(license.expiresAt),
            "features": license.features.map { .array($0.sorted().map(JSON.init)) } ?? .null,
            "file": .string(file.name.text),
            "graceDays": JSON(license.graceDays),
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
            "updatesUntil": JSON(license.updatesUntil),
        ]
    }
}

extension JSON {
    /// Creates a value for a limit: a number or the string `unlimited`.
    init(_ limit: License.Limit) {
        switch limit {
        case .count(let count): self = .integer(count)
        case .unlimited: self = "unlimited"
        }
    }
}
