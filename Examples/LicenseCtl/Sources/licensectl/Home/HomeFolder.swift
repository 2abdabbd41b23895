import ArgumentParser
import LicenseStore
import Licensing
import ZStackLicensing

/// A license folder that a command has opened, and how its licenses are evaluated.
struct HomeFolder {
    let folder: LicenseFolder
    let catalog: ProductCatalog
    let actor: LicenseActor

    /// The instant of `--at`, or `nil` for now.
    private let at: LicenseInstant?

    /// Whether several commands use the folder, which come from standard input.
    var isShell = false

    /// The usage for commands without their own.
    var usage = LicenseUsage.zero

    /// The offset of dates for commands without their own.
    var offset = UTCOffset.china

    /// Opens a folder without writing anything into it.
    ///
    /// - Parameters:
    ///   - home: The path of the folder, which does not have to exist.
    ///   - catalog: The catalog, which the caller reads because it can come from standard input.
    ///   - actor: Who uses the folder.
    ///   - trust: The options for verification.
    ///   - policy: The options for the evaluation.
    /// - Throws: `LicenseStoreError` if the folder cannot be listed, or the errors of the options.
    init(
        _ home: HomePath,
        _ catalog: ProductCatalog,
        as actor: LicenseActor,
        _ trust: TrustOptions,
        _ policy: PolicyOptions
    ) async throws {
        self.folder = try await LicenseFolder.open(
            at: home.path,
            verifier: try trust.verifier(for: catalog),
            configuration: try policy.configuration(catalog, node: .only([])),
            opening: policy.at == nil ? .withoutWriting : .withoutSavingTime
        )
        self.catalog = catalog
        self.actor = actor
        self.at = policy.at
    }

    /// Whether the time is that of the machine, which the folder saves.
    var isNow: Bool {
        self.at == nil
    }

    /// The entitlements that the active licenses grant now, or at the instant of `--at` if the saved time is not later.
    var entitlements: Entitlements {
        self.entitlements(self.folder.gate.configuration)
    }

    /// The entitlements by the platform's own rules, unless the command line has a community grant.
    var platformEntitlements: Entitlements {
        var configuration = self.folder.gate.configuration
        let platform = PolicyConfiguration.zstack(node: .any, build: .any)
        configuration.community = configuration.community ?? platform.community
        return self.entitlements(configuration)
    }

    private func entitlements(_ configuration: PolicyConfiguration) -> Entitlements {
        let gate = self.folder.gate
        let instant = self.at.map { max($0, self.folder.witness?.mark ?? $0) } ?? gate.entitlements.instant
        return Entitlements(gate.licenses, at: instant, configuration: configuration)
    }

    /// The findings about the licenses and about the folder, ordered by code, then by license ID.
    var findings: [JSON] {
        let licenses = self.isNow ? self.folder.gate.findings : self.entitlements.findings
        let all =
            licenses.map { (code: $0.code.rawValue, id: $0.licenseID, line: JSON($0)) }
            + self.folder.findings.flatMap { finding in
                (finding.licenseIDs.isEmpty ? [nil] : finding.licenseIDs.map(Optional.some))
                    .map { (code: finding.code.rawValue, id: $0, line: self.line(finding, about: $0)) }
            }
        return all.sorted { ($0.code, $0.id?.rawValue ?? "") < ($1.code, $1.id?.rawValue ?? "") }.map(\.line)
    }

    private func line(_ finding: LicenseStoreFinding, about id: LicenseID?) -> JSON {
        [
            "code": JSON(finding.code.rawValue), "error": JSON(finding.error), "file": JSON(finding.file),
            "licenseID": JSON(id), "message": JSON(finding.message, in: self.catalog.languages),
            "since": JSON(finding.since),
        ]
    }

    /// Saves the time after a change, unless another time is shown.
    func saveTime() async {
        if self.isNow {
            await self.folder.saveTime()
        }
    }
}

extension JSON {
    /// Creates the line for a finding about a license.
    init(_ finding: LicenseFinding) {
        self = ["code": JSON(finding.code.rawValue), "licenseID": JSON(finding.licenseID)]
    }
}
