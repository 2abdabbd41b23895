import LicenseStore
import Licensing
import Metrics
import ZStackLicensing

/// What the platform's API can do with licenses, for every protocol that the node speaks.
struct LicenseService: Sendable {
    let folder: LicenseFolder
    let hosts: HostStore
    let offset: UTCOffset

    /// The gate that decides what the licenses allow.
    var gate: LicenseGate { self.folder.gate }

    /// Returns everything that a page about the licenses shows, with all findings.
    ///
    /// The findings of the folder have names of files and paths of the server, which are for administrators.
    func report(for account: Account? = nil) async throws -> LicenseStateReport {
        let entitlements = self.gate.report(given: try await self.hosts.usage())
        let showsFiles = account?.isAdministrator ?? true
        return LicenseStateReport(entitlements: entitlements, folderFindings: showsFiles ? self.folder.findings : [])
    }

    /// Returns the base license and what can be added now.
    ///
    /// People can ask without a login, so this neither writes nor waits for the lock of the folder. A code that cannot be read is
    /// empty, and the next reload says why.
    func info() async throws -> GetLicenseInfoResponse {
        let (usage, code) = (try await self.hosts.usage(), try? await self.folder.existingLicenseRequest())
        return GetLicenseInfoResponse(
            self.gate.entitlements,
            usage: usage,
            licenseRequest: code ?? "",
            offset: self.offset
        )
    }

    /// Returns an entry for each module that has a plus license.
    func addOns() -> GetLicenseAddOnsResponse {
        GetLicenseAddOnsResponse(self.gate.entitlements, offset: self.offset)
    }

    /// Returns what the licenses allow now: `addHost`, and the name of each module.
    func capabilities() async throws -> [String: String] {
        let (entitlements, usage) = (self.gate.entitlements, try await self.hosts.usage())
        let addHost = entitlements.decision(adding: [.hosts: 1, .cpus: 1], to: .base, given: usage)
        var capabilities = ["addHost": "\(addHost.isAllowed)"]
        for slot in self.gate.report().modules.map(\.slot) {
            capabilities["\(slot)"] = "\(entitlements.decision(for: .operate(slot)).isAllowed)"
        }
        return capabilities
    }

    /// Installs a license file, whose licenses count at once.
    func update(_ file: [UInt8], by session: Session) async throws {
        try await self.folder.install(file, by: LicenseActor(session.account), activates: true)
    }

    /// Reads the license folder again, and counts a reload that fails or cannot read a file.
    func reload(by actor: LicenseActor) async throws {
        var hasFailed = true
        defer { if hasFailed { Counter(label: "license_reload_failures").increment() } }
        let reload = try await self.folder.reload(by: actor)
        hasFailed = reload.findings.contains { $0.code == .reloadFailed }
    }

    /// Deletes the license with a UUID of the platform's API.
    ///
    /// - Throws: `PlatformFailure` if no license has it, or `LicenseStoreError`.
    func delete(_ uuid: String, by session: Session) async throws {
        let stored = try await self.folder.list()
        guard let license = stored.map(\.license).first(where: { $0.platformUUID == uuid }) else {
            throw PlatformFailure.notFound(uuid)
        }
        try await self.folder.delete(license.id, issuer: .only(license.issuer), by: LicenseActor(session.account))
    }

    /// Writes into the history of the folder that an account that is not an administrator was refused a change.
    ///
    /// The folder itself asks for an administrator before anything else, whatever the change is, and records whom it refuses.
    func recordRefusal(of account: Account) async {
        _ = try? await self.folder.reload(by: LicenseActor(name: account.name, isAdministrator: false))
    }
}

extension LicenseActor {
    /// The person who changes licenses with an account.
    init(_ account: Account) {
        self.init(name: account.name, isAdministrator: account.isAdministrator)
    }
}
