public import LicenseCrypto
public import LicenseModel
public import LicensePolicy

/// A folder of license files on disk, with a gate that uses their licenses.
///
/// ```swift
/// let folder = try await LicenseFolder.open(at: "/var/lib/photon/licenses", verifier: verifier, configuration: configuration)
/// let replicate = folder.gate.makeCheck(for: .operate(.module("replication")))
/// async let _ = folder.run()    // saves the time, until the task is canceled
///
/// let installation = try await folder.install(upload, by: actor)    // on disk
/// let reload = try await folder.reload(by: actor)                   // in use
/// ```
///
/// Installed licenses are *staged*: the files have them, and the gate does not use them yet. A reload makes them *active*.
/// A file that is bad at a reload does not replace anything: its licenses stay active as they were, and a finding says so.
///
/// Each change holds the lock of the folder, which several processes can use. What another process has changed counts here
/// after the next reload. Every license is written so that a crash leaves it as it was or as it should be.
///
/// The calls wait for the disk on a thread of the folder's own. You can use a folder from any number of tasks.
///
/// `Documentation/Store.md` describes the files, what each finding means, and backups.
public final class LicenseFolder: Sendable {
    /// How a folder is opened.
    public enum Opening: Sendable {
        /// For a server: what is missing is created, and the time is saved. A full or read-only disk is a finding.
        case creating

        /// For tools that only look: opening writes nothing. Installing creates what is missing.
        case withoutWriting

        /// For tools that show the licenses at another time than now: as `withoutWriting`, and no call saves the time.
        case withoutSavingTime
    }

    /// The gate that follows the active licenses.
    public let gate: LicenseGate

    private let worker: FolderWorker
    private let state: Lock<FolderState>
    private let observers = FolderObservers()

    private init(_ worker: FolderWorker, _ gate: LicenseGate, _ state: FolderState) {
        self.worker = worker
        self.gate = gate
        self.state = Lock(state)
    }

    /// Opens a folder and verifies its licenses on all processors.
    ///
    /// A file that cannot be read or verified is a finding, and no error.
    ///
    /// - Parameters:
    ///   - path: The path of the folder. Its parent must exist.
    ///   - verifier: The verifier for the license files.
    ///   - configuration: The product's configuration. If its node is `.only`, the folder adds its own thumbprint, so pass
    ///     `.only([])`. With `.any`, licenses for other nodes count, too.
    ///   - opening: How the folder is opened. By default, as a server does.
    ///   - clock: The source of the time. By default, the machine's clocks.
    ///   - witness: What your product has saved of the time outside the folder, or `.any` if it saves nothing.
    ///   - host: Facts about the node for the application code. Hash those that identify a person or a machine.
    /// - Returns: The open folder.
    /// - Throws: ``LicenseStoreError`` with `LicenseStoreError.Code.storageFailed` if the folder exists but cannot be
    ///   listed.
    public static func open(
        at path: String,
        verifier: LicenseVerifier,
        configuration: PolicyConfiguration,
        opening: Opening = .creating,
        clock: any LicenseClock = SystemLicenseClock(),
        witness: LicenseRequirement<LicenseTimeWitness> = .any,
        host: [String: String] = [:]
    ) async throws(LicenseStoreError) -> LicenseFolder {
        let disk = FolderDisk(
            path: path,
            files: StoreFiles(calls: SystemFiles()),
            texts: StoreTexts(catalog: configuration.catalog)
        )
        return try await self.open(
            FolderSettings(
                disk: disk,
                verifier: verifier,
                configuration: configuration,
                clock: clock,
                witness: witness.value,
                opening: opening,
                host: host
            )
        )
    }

    static func open(_ settings: FolderSettings) async throws(LicenseStoreError) -> LicenseFolder {
        let worker = FolderWorker(settings)
        let (gate, state) = try await worker.run { $0.gate }
        return LicenseFolder(worker, gate, state)
    }

    /// What an operator should look at, about the files and the saved time.
    ///
    /// The gate has findings of its own.
    public var findings: [LicenseStoreFinding] {
        self.state.withLock { $0.findings }
    }

    /// What to save outside the folder, so that a restored folder can be noticed later.
    ///
    /// `nil` as long as the time has not been saved.
    public var witness: LicenseTimeWitness? {
        self.state.withLock { $0.witness }
    }

    /// Runs a function with the folder on its thread, and shows the folder's state after it.
    func perform<Result: Sendable>(
        _ body: @Sendable (FolderEngine) throws(LicenseStoreError) -> Result
    ) async throws(LicenseStoreError) -> Result {
        do {
            let (result, state) = try await self.worker.run(body)
            self.show(state)
            return result
        } catch {
            if let state = await self.worker.state() {
                self.show(state)
            }
            throw error
        }
    }

    private func show(_ state: FolderState) {
        let changes = self.state.withLock { known -> [LicenseFolderChange] in
            // Two calls can return in another order than they ran.
            guard known.version < state.version else {
                return []
            }
            let findings = known.findings == state.findings ? nil : LicenseFolderChange.findings(state.findings)
            let time = known.witness == state.witness ? nil : state.witness.map(LicenseFolderChange.timeSaved)
            known = state
            return [findings, time].compactMap(\.self)
        }
        changes.forEach(self.observers.send)
    }

    /// Tells observers of a change.
    func tell(_ change: LicenseFolderChange) {
        self.observers.send(change)
    }

    /// Returns a sequence of the changes of the folder, starting at this call.
    ///
    /// The sequence has the changes that are made through this value, new findings, and the reminders that ``run()`` sends.
    /// It starts with what there is already, such as since the folder was opened: `LicenseFolderChange.Kind.findings` if
    /// there are any, then `LicenseFolderChange.Kind.timeSaved` if the time has been saved. Call it before ``run()``, which
    /// sends the first reminders at once. A slow reader loses the oldest of more than 64 changes. The sequence ends with the
    /// folder or the task that reads it.
    ///
    /// - Returns: A sequence of changes.
    public func changes() -> LicenseFolderChanges {
        // Under the lock, so that what is sent later is never older than what the sequence starts with.
        self.state.withLock { state in
            let findings = state.findings.isEmpty ? nil : LicenseFolderChange.findings(state.findings)
            return self.observers.changes(
                startingWith: [findings, state.witness.map(LicenseFolderChange.timeSaved)].compactMap(\.self)
            )
        }
    }
}

extension LicenseFolder {
    /// Installs the licenses of a file: writes them into the folder, where the next reload activates them.
    ///
    /// The checks run in this order: whether the actor is an administrator, the file itself, whether all of its licenses are
    /// for other nodes, what is installed already, licenses with the same ID, newer licenses, and the number of licenses.
    ///
    /// - Parameters:
    ///   - contents: The contents of the license file, at most 256 KiB.
    ///   - actor: Who installs the file.
    ///   - file: The name of the file for the history, or `nil` if it has none.
    ///   - allowsOlder: Whether licenses may be installed that are older than installed ones.
    ///   - activates: Whether the licenses are also activated, as by a reload.
    /// - Returns: What was written.
    /// - Throws: ``LicenseStoreError`` if the file is refused or cannot be written. The licenses in use do not change.
    @discardableResult
    public func install(
        _ contents: some Collection<UInt8>,
        by actor: LicenseActor,
        file: String? = nil,
        allowsOlder: Bool = false,
        activates: Bool = false
    ) async throws(LicenseStoreError) -> LicenseInstallation {
        let request = FolderEngine.InstallRequest(
            contents: Array(contents.prefix(FolderLayout.maximumLicenseSize + 1)),
            file: file.map(PrintableText.escaping),
            allowsOlder: allowsOlder,
            activates: activates
        )
        return try await self.install(request, by: actor)
    }

    /// Reads a license file from a path, and installs its licenses.
    ///
    /// - Parameters:
    ///   - path: The path of a regular file.
    ///   - actor: Who installs the file.
    ///   - allowsOlder: Whether licenses may be installed that are older than installed ones.
    ///   - activates: Whether the licenses are also activated, as by a reload.
    /// - Returns: What was written.
    /// - Throws: ``LicenseStoreError``, with `LicenseStoreError.Code.unreadable` if the file cannot be read.
    @discardableResult
    public func install(
        contentsOf path: String,
        by actor: LicenseActor,
        allowsOlder: Bool = false,
        activates: Bool = false
    ) async throws(LicenseStoreError) -> LicenseInstallation {
        let installation = try await self.perform { engine throws(LicenseStoreError) in
            try engine.install(at: path, by: actor, allowsOlder: allowsOlder, activates: activates)
        }
        self.tell(installation)
        return installation
    }

    /// Installs the file of a plan, if every check still gives the plan's answer.
    ///
    /// - Parameters:
    ///   - plan: The plan that a person has confirmed.
    ///   - actor: Who installs the file.
    ///   - file: The name of the file for the history, or `nil` if it has none.
    ///   - activates: Whether the licenses are also activated, as by a reload.
    /// - Returns: What was written.
    /// - Throws: ``LicenseStoreError``, with `LicenseStoreError.Code.planChanged` and the new plan if the answer differs.
    @discardableResult
    public func install(
        _ plan: LicensePlan,
        by actor: LicenseActor,
        file: String? = nil,
        activates: Bool = false
    ) async throws(LicenseStoreError) -> LicenseInstallation {
        let request = FolderEngine.InstallRequest(
            contents: plan.contents,
            file: file.map(PrintableText.escaping),
            allowsOlder: plan.allowsOlder,
            activates: activates,
            plan: plan
        )
        return try await self.install(request, by: actor)
    }

    private func install(
        _ request: FolderEngine.InstallRequest,
        by actor: LicenseActor
    ) async throws(LicenseStoreError) -> LicenseInstallation {
        let installation = try await self.perform { engine throws(LicenseStoreError) in
            try engine.install(request, by: actor)
        }
        self.tell(installation)
        return installation
    }

    private func tell(_ installation: LicenseInstallation) {
        if !installation.installed.isEmpty {
            self.tell(.licenses(.installed, installation.installed))
        }
    }

    /// Returns what an installation would change, without changing anything.
    ///
    /// - Parameters:
    ///   - contents: The contents of the license file, at most 256 KiB.
    ///   - allowsOlder: Whether licenses may be installed that are older than installed ones.
    ///   - usage: The current usage, for the quotas of the preview. If it is `nil`, the preview has no quotas.
    /// - Returns: The plan, which you can show and then install.
    /// - Throws: ``LicenseStoreError`` if the file would be refused.
    public func plan(
        installing contents: some Collection<UInt8>,
        allowsOlder: Bool = false,
        given usage: LicenseUsage? = nil
    ) async throws(LicenseStoreError) -> LicensePlan {
        let request = FolderEngine.InstallRequest(
            contents: Array(contents.prefix(FolderLayout.maximumLicenseSize + 1)),
            allowsOlder: allowsOlder
        )
        return try await self.perform { engine throws(LicenseStoreError) in
            try engine.plan(request, usage: usage)
        }
    }

    /// Reads all files again and activates their licenses.
    ///
    /// - Parameter actor: Who asks for the reload.
    /// - Returns: The active licenses and the findings.
    /// - Throws: ``LicenseStoreError``, with `LicenseStoreError.Code.storageFailed` if the folder cannot be listed. All
    ///   active licenses then stay as they are.
    @discardableResult
    public func reload(by actor: LicenseActor) async throws(LicenseStoreError) -> LicenseReload {
        let reload = try await self.perform { engine throws(LicenseStoreError) in
            try engine.reload(by: actor)
        }
        self.tell(.licenses(.reloaded, reload.active))
        return reload
    }

    /// Deletes a license from the folder and from the active licenses.
    ///
    /// - Parameters:
    ///   - id: The ID of the license.
    ///   - issuer: The issuer of the license, or `.any` if only one issuer has a license with the ID.
    ///   - actor: Who deletes the license.
    /// - Returns: What was deleted.
    /// - Throws: ``LicenseStoreError`` if the license is not installed, is not unique, or cannot be removed.
    @discardableResult
    public func delete(
        _ id: LicenseID,
        issuer: LicenseRequirement<ClaimString> = .any,
        by actor: LicenseActor
    ) async throws(LicenseStoreError) -> LicenseDeletion {
        let deletion = try await self.perform { engine throws(LicenseStoreError) in
            try engine.delete(id, issuer: issuer, by: actor)
        }
        self.tell(.licenses(.deleted, deletion.deleted))
        return deletion
    }

    /// Returns all licenses that are staged or active.
    ///
    /// - Returns: The licenses, by the names of their files.
    /// - Throws: ``LicenseStoreError`` if the folder exists but cannot be listed.
    public func list() async throws(LicenseStoreError) -> [StoredLicense] {
        try await self.perform { engine throws(LicenseStoreError) in try engine.list() }
    }

    /// Returns what has happened to the folder, the oldest entry first.
    ///
    /// - Returns: The entries, with those of refused changes.
    /// - Throws: ``LicenseStoreError`` if the history exists but cannot be read.
    public func history() async throws(LicenseStoreError) -> [LicenseHistoryEntry] {
        try await self.perform { engine throws(LicenseStoreError) in try engine.readHistory() }
    }

    /// Returns the application code if the folder has one, without making it.
    ///
    /// - Returns: The code, or `nil` if it is missing or does not verify.
    /// - Throws: ``LicenseStoreError`` if the folder exists but cannot be opened.
    public func existingLicenseRequest() async throws(LicenseStoreError) -> String? {
        try await self.perform { engine throws(LicenseStoreError) in try engine.existingLicenseRequest() }
    }

    /// Returns the application code, which a customer sends to the vendor to get a license for this node.
    ///
    /// The file `lic-application-code.txt` has exactly this text. If it is missing, the folder makes it, and the node key
    /// if it is missing, too.
    ///
    /// - Returns: The code, one line of text without a line break.
    /// - Throws: ``LicenseStoreError`` if the code cannot be made.
    public func licenseRequest() async throws(LicenseStoreError) -> String {
        try await self.perform { engine throws(LicenseStoreError) in try engine.licenseRequest() }
    }
}
