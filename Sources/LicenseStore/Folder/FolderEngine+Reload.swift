import LicenseCrypto
import LicenseModel
import LicensePolicy

extension FolderEngine {
    /// Reads all files again and activates their licenses.
    ///
    /// - Throws: `LicenseStoreError` with `storageFailed` if the folder cannot be listed. The active licenses stay.
    func reload(by actor: LicenseActor) throws(LicenseStoreError) -> LicenseReload {
        try self.requireAdministrator(actor)
        // Another process that changes the folder finishes first. A folder that is read-only has no other process.
        let isLocked: Void?
        do {
            isLocked = try self.changing(creates: false, by: actor) { folder throws(LicenseStoreError) in
                self.activate(folder.root, folder, by: actor)
            }
        } catch {
            guard error.code == .storageFailed else {
                throw error
            }
            isLocked = nil
        }
        if isLocked == nil {
            do {
                let isFound: Void? = try self.disk.reading { root throws(LicenseStoreError) in
                    try self.requireContents(of: root)
                    self.activate(root, nil, by: actor)
                }
                if isFound == nil {
                    try self.activateMissingFolder(by: actor)
                }
            } catch {
                self.readingFindings = [
                    self.texts.finding(.reloadFailed, file: self.disk.name, error: error.systemError, since: self.now)
                ]
                throw error
            }
        }
        return LicenseReload(active: self.activeLicenses, findings: self.findings)
    }

    /// Keeps the active licenses where the folder has vanished, which is more likely a missing mount than a deletion.
    private func activateMissingFolder(by actor: LicenseActor) throws(LicenseStoreError) {
        guard self.activeLicenses.isEmpty else {
            throw self.texts.error(.storageFailed, .missing, self.disk.name)
        }
        self.staged = LicenseSet()
        self.active = LicenseSet()
        self.readingFindings = []
    }

    /// Makes the files' licenses the active ones.
    ///
    /// Where the folder cannot be listed, nothing changes but the findings.
    ///
    /// - Parameters:
    ///   - root: The open folder.
    ///   - folder: The same folder if the process has its lock, for the history.
    ///   - actor: Who asked for it.
    func activate(_ root: FileHandle, _ folder: FolderDisk.Locked?, by actor: LicenseActor) {
        if let folder {
            self.recordInterruptedChange(folder)
        }
        let snapshot: FolderSnapshot
        do {
            snapshot = try FolderSnapshot(root, self.settings, staged: self.staged, at: self.now)
        } catch {
            self.readingFindings = [
                self.texts.finding(.reloadFailed, file: self.disk.name, error: error.systemError, since: self.now)
            ]
            return
        }
        self.staged = snapshot.set
        // What is bad now and was never active stays out. What is bad now and active stays in.
        let before = self.activeLicenses
        let digests = Set(before.map(\.payloadDigest))
        let entries = self.active.entries.filter { digests.contains($0.license.payloadDigest) }
        self.active = self.active.reading(snapshot.set.contents, at: self.now).keeping(entries, knowing: snapshot.set)
        let selection = self.active.selection(preferring: digests)
        self.activeLicenses = selection.licenses
        // What is missing or damaged now counts, and not what was at the opening.
        self.timeFindings = self.timeFindings.filter { [.timeNotSaved, .timeRestored].contains($0.code) }
        self.timeFindings += snapshot.time.findings
        if snapshot.identity.thumbprint != nil || self.identity.thumbprint == nil {
            self.identity = snapshot.identity
        }
        self.updateGate()
        var missing = snapshot.missing
        if let folder {
            // This process has the lock itself, so no installation is under way.
            let pending = PendingInstallations(folder.secret, self.disk.files)
            missing = pending?.missing(in: self.staged) ?? []
        }
        var reading = snapshot
        reading.set = self.active
        reading.missing = missing
        self.readingFindings = reading.findings(selection, self.texts)
        self.recordReload(before: before, folder, by: actor)
    }

    /// Returns the IDs of licenses in order, for entries of which each is short enough to be read again.
    static func parts(of licenses: [License]) -> [[LicenseID]] {
        let ids = licenses.map(\.id).sorted()
        return stride(from: 0, to: ids.count, by: 1_000).map { Array(ids[$0...].prefix(1_000)) }
    }

    /// Returns the licenses that are gone without an entry of their deletion, which another process may have made.
    private func unrecorded(_ gone: [License], _ folder: FolderDisk.Locked?) -> [License] {
        guard !gone.isEmpty, let folder, let history = try? self.history.entries(in: folder.secret) else {
            return gone
        }
        let ids = Set(gone.map(\.id))
        var deleted: Set<LicenseID> = []
        for entry in history where entry.event != .finding {
            if entry.event == .delete {
                deleted.formUnion(ids.intersection(entry.licenseIDs))
            } else {
                deleted.subtract(entry.licenseIDs)
            }
        }
        return gone.filter { !deleted.contains($0.id) }
    }

    private func recordReload(before: [License], _ folder: FolderDisk.Locked?, by actor: LicenseActor) {
        let (old, new) = (Set(before.map(\.payloadDigest)), Set(self.activeLicenses.map(\.payloadDigest)))
        let gone = before.filter { !new.contains($0.payloadDigest) }
        let added = self.activeLicenses.filter { !old.contains($0.payloadDigest) }
        var entries: [LicenseHistoryEntry] = []
        for ids in Self.parts(of: self.unrecorded(gone, folder)) {
            entries.append(
                LicenseHistoryEntry(at: self.now, .delete, ids: ids, code: "gone", actor: actor.historyName)
            )
        }
        let parts = Self.parts(of: added)
        for ids in parts.isEmpty && !gone.isEmpty ? [[]] : parts {
            entries.append(LicenseHistoryEntry(at: self.now, .reload, ids: ids, actor: actor.historyName))
        }
        self.recordFindings(after: entries, folder)
    }
}
