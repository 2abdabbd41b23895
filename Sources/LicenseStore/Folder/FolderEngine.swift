import LicenseCrypto
import LicenseModel
import LicensePolicy

/// The logic of a license folder, which waits for the disk and is used by one thread at a time.
///
/// The staged set is what the files hold. The active set is what the gate uses: the staged set at the latest reload,
/// without what this process has deleted since.
final class FolderEngine {
    let settings: FolderSettings
    let gate: LicenseGate

    /// What the files held when they were last read.
    var staged: LicenseSet

    /// What the files held at the latest reload.
    var active: LicenseSet

    /// The licenses that count, which the gate has.
    var activeLicenses: [License]

    /// The identity of the node, which can appear while the folder is open.
    var identity: NodeIdentity

    var refusals = RefusalCounter()

    /// Whether a refusal waits to be written, once the lock of the folder is released.
    var hasRefusalToWrite = false

    /// The findings of the latest reading, the latest saving of the time, and the latest entry in the history.
    var readingFindings: [LicenseStoreFinding] = []
    var timeFindings: [LicenseStoreFinding] = []
    var historyFinding: LicenseStoreFinding?

    /// What was saved of the time, or is known of it, for the host's witness.
    var witness: LicenseTimeWitness?

    /// The bad files that the folder has noted, or `nil` if that is not known.
    var savedProblems: KnownProblems?

    /// The findings that the history has already, by code and file.
    var recordedFindings: Set<String> = []

    var disk: FolderDisk { self.settings.disk }
    var texts: StoreTexts { self.settings.disk.texts }

    /// Opens a folder and reads it.
    ///
    /// - Throws: `LicenseStoreError` with `storageFailed` if the folder exists but cannot be listed.
    init(_ settings: FolderSettings) throws(LicenseStoreError) {
        self.settings = settings
        let disk = settings.disk
        let now = settings.clock.read().wall
        var creation: LicenseStoreError?
        if settings.opening == .creating {
            // A product starts on a full or read-only disk, too. What is missing then is a finding.
            do {
                _ = try disk.changing(creates: true) { folder throws(LicenseStoreError) in
                    disk.files.sweep(folder.root)
                    disk.files.sweep(folder.secret)
                    return try NodeStore(disk: disk).complete(folder, at: now, settings)
                }
            } catch {
                creation = error
            }
        }
        let opened = try disk.reading { root throws(LicenseStoreError) in
            try FolderSnapshot(root, settings, staged: LicenseSet(), at: now)
        }
        let snapshot = opened ?? FolderSnapshot()
        let selection = snapshot.set.selection(preferring: [])
        self.staged = snapshot.set
        self.active = snapshot.set
        self.activeLicenses = selection.licenses
        self.savedProblems = snapshot.knownProblems
        self.recordedFindings = snapshot.knownProblems.recorded
        self.identity = snapshot.identity

        var clock = snapshot.time.latest?.clock ?? .firstStart
        var timeFindings = snapshot.time.findings
        if let witness = settings.witness {
            let mark = snapshot.time.latest?.mark ?? .earliest
            if witness.generation > snapshot.time.generation || witness.mark ?? .earliest > mark {
                let file = FolderLayout.path(FolderLayout.timeSlots[0])
                timeFindings.append(disk.texts.finding(.timeRestored, file: file))
            }
            if let mark = witness.mark {
                clock = TrustedClock.latest(of: [clock, TrustedClock(mark: mark)]) ?? clock
            }
        }
        self.timeFindings = timeFindings
        self.witness = snapshot.time.latest.map {
            LicenseTimeWitness(mark: $0.mark, generation: snapshot.time.generation)
        }
        var configuration = settings.configuration
        configuration.node = Self.node(settings.configuration.node, snapshot.identity)
        self.gate = LicenseGate(
            selection.licenses,
            configuration: configuration,
            trustedClock: clock,
            clock: settings.clock
        )
        self.readingFindings = snapshot.findings(selection, disk.texts)
        if let creation, self.identity.findings.isEmpty {
            self.identity.findings = [
                disk.texts.finding(.identityIncomplete, file: creation.file, error: creation.systemError)
            ]
        }
        if settings.opening == .creating {
            self.saveTime()
            self.recordFindings()
        }
    }

    /// The time of the wall clock, for entries of the history.
    var now: LicenseInstant {
        self.settings.clock.read().wall
    }

    /// Whether a folder that is missing is created.
    ///
    /// A folder that was in use has vanished, for example because it is not mounted. A new one would have another node key.
    var createsRoot: Bool {
        self.identity.thumbprint == nil && self.activeLicenses.isEmpty
    }

    /// Throws if a folder that was in use is empty now, as the mount point of a volume that is not mounted.
    ///
    /// Its licenses are more likely missing than deleted, and a new node key would make this another node.
    func requireContents(of root: FileHandle) throws(LicenseStoreError) {
        let calls = self.disk.calls
        guard self.identity.thumbprint != nil,
            (try? calls.attributes(of: FolderLayout.privateFolder, in: root, followsLinks: false)) == nil
        else {
            return
        }
        let names = try self.disk.at(self.disk.name) { () throws(FileError) in try calls.names(in: root) }
        if !names.contains(where: { $0 == FolderLayout.applicationCode || $0.isLicenseFile }) {
            throw self.texts.error(.storageFailed, .missing, "\(FolderLayout.privateFolder)")
        }
    }

    /// Ends the findings about files that a change has replaced or removed.
    func updateReadingFindings() {
        let bad = Set(self.staged.files.filter { $0.value.problem != nil }.keys.map { "\($0)" })
        self.readingFindings.removeAll { $0.code == .reloadFailed && !bad.contains($0.file ?? "") }
    }

    /// The node's thumbprints: those of the configuration and the folder's own.
    var node: LicenseRequirement<Set<ClaimString>> {
        Self.node(self.settings.configuration.node, self.identity)
    }

    private static func node(
        _ configured: LicenseRequirement<Set<ClaimString>>,
        _ identity: NodeIdentity
    ) -> LicenseRequirement<Set<ClaimString>> {
        guard case .only(let thumbprints) = configured else {
            return .any
        }
        return .only(thumbprints.union(identity.thumbprint.map { [$0] } ?? []))
    }

    /// All findings of the folder, ordered by code, then by file.
    var findings: [LicenseStoreFinding] {
        (self.readingFindings + self.timeFindings + self.identity.findings + (self.historyFinding.map { [$0] } ?? []))
            .sorted(by: <)
    }

    /// Throws and records a refusal unless the actor is an administrator.
    func requireAdministrator(_ actor: LicenseActor, _ ids: [LicenseID] = []) throws(LicenseStoreError) {
        guard actor.isAdministrator else {
            throw self.refuse(LicenseSet.Refusal(code: .notAuthorized), by: actor, ids: ids)
        }
    }

    /// Reads all license files again, and returns the staged set.
    func read(_ root: FileHandle) throws(LicenseStoreError) -> LicenseSet {
        let reader = FolderReader(files: self.disk.files, verifier: self.settings.verifier)
        let contents = try self.disk.at(self.disk.name) { () throws(FileError) in
            try reader.contents(of: root, knowing: self.staged)
        }
        self.staged = self.staged.reading(contents, at: self.now)
        return self.staged
    }

    /// Gives the gate the active licenses.
    func updateGate() {
        self.gate.update(self.activeLicenses, node: self.node)
    }
}
