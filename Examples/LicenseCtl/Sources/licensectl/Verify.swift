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
        let catalog = try self.verifier.trust.catalog.catalog()
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
                        try printLine(license.members(of: .string(file.name.text)))
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
}

extension License {
    /// Returns the output for a verified license, by the names of its members.
    ///
    /// - Parameter file: The name of the license's file.
    /// - Returns: The members of the line.
    func members(of file: JSON) -> [String: JSON] {
        [
            "algorithm": .string(self.algorithm.rawValue),
            "category": .string(self.category.rawValue),
            "edition": JSON(self.edition),
            "expiresAt": JSON(self.expiresAt),
            "features": self.features.map { .array($0.sorted().map(JSON.init)) } ?? .null,
            "file": file,
            "graceDays": JSON(self.graceDays),
            "id": JSON(self.id),
            "issuedAt": JSON(self.issuedAt),
            "issuer": JSON(self.issuer),
            "keyID": JSON(self.keyID),
            "licenseType": JSON(self.type),
            "licensee": JSON(self.licensee),
            "limits": .object(.init(uniqueKeysWithValues: self.limits.map { ($0.rawValue, JSON($1)) })),
            "modules": .array(self.modules.map(JSON.init)),
            "nodes": self.nodes.map { .array($0.map(JSON.init)) } ?? .null,
            "notBefore": JSON(self.notBefore),
            "ok": true,
            "product": JSON(self.product),
            "updatesUntil": JSON(self.updatesUntil),
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
