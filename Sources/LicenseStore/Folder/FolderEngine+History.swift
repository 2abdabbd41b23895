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
    ///
    /// - Returns: Whether the history has all entries.
    @discardableResult
    func record(_ entries: [LicenseHistoryEntry], _ folder: FolderDisk.Locked?) -> Bool {
        entries.isEmpty || self.writeHistory(self.history, entries, folder)
    }

    /// Writes entries into a journal, and returns whether that succeeded.
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

    /// Runs a change of the folder under its lock, and records a refusal if another process has the lock.
    ///
    /// - Parameters:
    ///   - creates: Whether to create what is missing of the folder.
    ///   - actor: Who asked for the change.
    ///   - ids: The licenses that the change is about.
    ///   - file: The license file that the change is about, or `nil`.
    ///   - body: The change.
    /// - Returns: The result of the change, or `nil` if the folder does not exist and is not created.
    /// - Throws: The error of the change.
    func changing<Result>(
        creates: Bool,
        by actor: LicenseActor,
        ids: [LicenseID] = [],
        file: String? = nil,
        _ body: (FolderDisk.Locked) throws(LicenseStoreError) -> Result
    ) throws(LicenseStoreError) -> Result? {
        do {
            return try self.disk.changing(creates: creates, createsRoot: self.createsRoot, body)
        } catch {
            throw error.code == .locked ? self.refuse(error, by: actor, ids: ids, file: file) : error
        }
    }

    /// Writes the refusals that are not written yet.
    func writeRefusals() {
        self.hasRefusalToWrite = false
        let entries = self.refusals.take()
        if !entries.isEmpty, !self.writeHistory(self.refusalJournal, entries, nil) {
            self.refusals.putBack(entries)
        }
    }

    /// Writes entries, and those of the findings that the history does not have yet.
    ///
    /// - Parameters:
    ///   - entries: The entries of what led to the findings, which can be empty.
    ///   - folder: The folder if the process has its lock already, or `nil`.
    func recordFindings(after entries: [LicenseHistoryEntry] = [], _ folder: FolderDisk.Locked? = nil) {
        guard let folder else {
            // Another process that is changing the folder finds them itself, or the next call here does.
            let isWritten: Void? = try? self.disk.changing(creates: false, waits: false) { folder in
                self.recordInterruptedChange(folder)
                self.recordFindings(after: entries, folder)
            }
            if isWritten == nil {
                self.record(entries, nil)
            }
            return
        }
        if self.savedProblems != nil {
            // Another process can have recorded them.
            let known = KnownProblems(folder.secret, self.disk.files) ?? KnownProblems(LicenseSet())
            self.recordedFindings = known.recorded
            self.savedProblems = known
        }
        var new = entries
        var current: Set<String> = []
        var all = self.findings.map { ($0.code.rawValue, $0.licenseIDs, $0.file) }
        if self.gate.trustedClock.isSuspect {
            all.append((LicenseFinding.Code.clockSuspect.rawValue, [], nil))
        }
        for (code, ids, file) in all where code != LicenseStoreFinding.Code.historyNotSaved.rawValue {
            let key = "\(code) \(file ?? "")"
            if current.insert(key).inserted, !self.recordedFindings.contains(key) {
                new.append(LicenseHistoryEntry(at: self.now, .finding, ids: ids, code: code, file: file))
            }
        }
        if self.record(new, folder) {
            self.recordedFindings = current
        }
        self.saveProblems(folder)
    }

    /// Returns the whole history, the oldest entry first.
    ///
    /// - Throws: `LicenseStoreError` with `storageFailed` if a journal cannot be read.
    func readHistory() throws(LicenseStoreError) -> [LicenseHistoryEntry] {
        self.writeRefusals()
        let entries = try self.disk.reading { root throws(LicenseStoreError) -> [LicenseHistoryEntry] in
            let secret: FileHandle
            do throws(FileError) {
                secret = try self.disk.calls.openFolder(FolderLayout.privateFolder, in: root)
            } catch {
                guard error.isMissing else {
                    throw self.texts.error(.storageFailed, error, "\(FolderLayout.privateFolder)")
                }
                return []
            }
            defer { self.disk.calls.close(secret) }
            let refusals = RefusalCounter.joined(try self.entries(of: self.refusalJournal, secret))
            return Self.merged(try self.entries(of: self.history, secret), refusals)
        }
        return entries ?? []
    }

    private func entries(
        of journal: Journal,
        _ secret: FileHandle
    ) throws(LicenseStoreError) -> [LicenseHistoryEntry] {
        try self.disk.at(FolderLayout.path(journal.name)) { () throws(FileError) in try journal.entries(in: secret) }
    }

    /// Returns the entries of two journals by their times.
    ///
    /// Each journal keeps its own order, which is what happened after what even if the clock was set back.
    private static func merged(
        _ history: [LicenseHistoryEntry],
        _ refusals: [LicenseHistoryEntry]
    ) -> [LicenseHistoryEntry] {
        var (result, rest): ([LicenseHistoryEntry], ArraySlice) = ([], refusals[...])
        for entry in history {
            let earlier = rest.prefix { $0.at < entry.at }
            result += earlier + [entry]
            rest = rest.dropFirst(earlier.count)
        }
        return result + rest
    }
}

extension LicenseActor {
    /// The name as the history has it: at most 256 characters, with unprintable ones escaped.
    var historyName: String {
        PrintableText.escaping(String(self.name.unicodeScalars.prefix(256)))
    }
}
