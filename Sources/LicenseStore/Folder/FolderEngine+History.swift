import LicenseModel
import LicensePolicy

extension FolderEngine {
    var history: Journal {
        Journal(files: self.disk.files, name: FolderLayout.history)
    }

    private var refusalJournal: Journal {
        Journal(files: self.disk.files, name: FolderLayout.refusals)
    }

    /// Writes an entry into the history.
    func record(_ entry: LicenseHistoryEntry, _ folder: FolderDisk.Locked?) {
        self.record([entry], folder)
    }

    /// Writes entries into the history.
    ///
    /// A failure is a finding, and no reason to refuse what has happened already.
    func record(_ entries: [LicenseHistoryEntry], _ folder: FolderDisk.Locked?) {
        guard !entries.isEmpty else {
            return
        }
        self.writeHistory(self.history, entries, folder)
    }

    /// Writes entries into a journal, and returns whether that succeeded.
    @discardableResult
    private func writeHistory(
        _ journal: Journal,
        _ entries: [LicenseHistoryEntry],
        _ folder: FolderDisk.Locked?
    ) -> Bool {
        let file = FolderLayout.path(journal.name)
        do {
            let isWritten: Bool
            if let folder {
                try self.disk.at(file) { () throws(FileError) in try journal.append(entries, in: folder.secret) }
                isWritten = true
            } else {
                isWritten =
                    try self.disk.changing(creates: false, waits: false) { folder throws(LicenseStoreError) in
                        self.recordInterruptedChange(folder)
                        try self.disk.at(file) { () throws(FileError) in
                            try journal.append(entries, in: folder.secret)
                        }
                        return true
                    } ?? false
            }
            if isWritten {
                self.historyFinding = nil
            }
            return isWritten
        } catch {
            self.historyFinding = self.texts.finding(
                .historyNotSaved,
                file: file,
                error: error.systemError ?? error.code.rawValue,
                since: self.historyFinding?.since ?? self.now
            )
            return false
        }
    }

    /// Records a refusal and returns its error.
    func refuse(
        _ refusal: LicenseSet.Refusal,
        by actor: LicenseActor,
        ids: [LicenseID] = [],
        file: String? = nil,
        plan: LicensePlan? = nil
    ) -> LicenseStoreError {
        self.refuse(self.texts.error(refusal, plan: plan), by: actor, ids: ids, file: file)
    }

    /// Records a refusal and returns its error.
    func refuse(
        _ error: LicenseStoreError,
        by actor: LicenseActor,
        ids: [LicenseID] = [],
        file: String? = nil
    ) -> LicenseStoreError {
        let entry = LicenseHistoryEntry(
            at: self.now,
            .refused,
            ids: Array(ids.prefix(64)),
            code: error.code.rawValue,
            file: file,
            actor: actor.historyName
        )
        if self.refusals.add(entry) {
            self.hasRefusalToWrite = true
        }
        return error
    }

    /// Writes the refusals that are not written yet.
    func writeRefusals() {
        self.hasRefusalToWrite = false
        let entries = self.refusals.take()
        if !entries.isEmpty, !self.writeHistory(self.refusalJournal, entries, nil) {
            self.refusals.putBack(entries)
        }
    }

    /// Returns entries for the findings that the history does not have yet.
    func newFindingEntries() -> [LicenseHistoryEntry] {
        var entries: [LicenseHistoryEntry] = []
        var current: Set<String> = []
        var all = self.findings.map { ($0.code.rawValue, $0.licenseIDs, $0.file) }
        if self.gate.trustedClock.isSuspect {
            all.append((LicenseFinding.Code.clockSuspect.rawValue, [], nil))
        }
        for (code, ids, file) in all where code != LicenseStoreFinding.Code.historyNotSaved.rawValue {
            let key = "\(code) \(file ?? "")"
            current.insert(key)
            if !self.recordedFindings.contains(key) {
                entries.append(LicenseHistoryEntry(at: self.now, .finding, ids: ids, code: code, file: file))
            }
        }
        self.recordedFindings = current
        return entries
    }

    /// Writes the findings that the history does not have yet.
    func recordFindings() {
        self.record(self.newFindingEntries(), nil)
    }

    /// Returns the whole history, the oldest entry first.
    ///
    /// - Throws: `LicenseStoreError` with `storageFailed` if a journal cannot be read.
    func readHistory() throws(LicenseStoreError) -> [LicenseHistoryEntry] {
        self.writeRefusals()
        let file = "\(FolderLayout.privateFolder)"
        let entries = try self.disk.reading { root throws(LicenseStoreError) in
            try self.disk.at(file) { () throws(FileError) -> [LicenseHistoryEntry] in
                let secret: FileHandle
                do throws(FileError) {
                    secret = try self.disk.calls.openFolder(FolderLayout.privateFolder, in: root)
                } catch {
                    guard error.isMissing else {
                        throw error
                    }
                    return []
                }
                defer { self.disk.calls.close(secret) }
                let refusals = RefusalCounter.joined(try self.refusalJournal.entries(in: secret))
                return try self.history.entries(in: secret) + refusals
            }
        }
        // Entries of the same second keep their order.
        return (entries ?? []).enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }
}

extension LicenseActor {
    /// The name as the history has it: at most 256 characters, with unprintable ones escaped.
    var historyName: String {
        PrintableText.escaping(String(self.name.unicodeScalars.prefix(256)))
    }
}
