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
    @discardableResult
    func record(_ entry: LicenseHistoryEntry, _ folder: FolderDisk.Locked) -> Bool {
        self.record([entry], folder)
    }

    /// Writes entries into the history.
    ///
    /// A failure is a finding, and no reason to refuse what has happened already.
    ///
    /// - Returns: Whether the history has all entries.
    @discardableResult
    func record(_ entries: [LicenseHistoryEntry], _ folder: FolderDisk.Locked) -> Bool {
        entries.isEmpty || self.append(entries, to: self.history, folder)
    }

    /// Writes entries into a journal, and returns whether that succeeded.
    private func append(
        _ entries: [LicenseHistoryEntry],
        to journal: Journal,
        _ folder: FolderDisk.Locked
    ) -> Bool {
        do throws(FileError) {
            // Entries that the disk does not confirm are there, and writing them again would double them.
            let unconfirmed = try journal.append(entries, in: folder.secret)
            self.noteUnsaved(journal, unconfirmed?.code)
            return true
        } catch {
            self.noteUnsaved(journal, error.code)
            return false
        }
    }

    /// Makes the finding for a journal that could not be written, or ends it if there is no error.
    private func noteUnsaved(_ journal: Journal, _ error: String?) {
        let file = FolderLayout.path(journal.name)
        if let error {
            let since = self.historyFinding?.since ?? self.now
            self.historyFinding = self.texts.finding(.historyNotSaved, file: file, error: error, since: since)
        } else if self.historyFinding?.file == file {
            self.historyFinding = nil
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
            file: file.map(Self.historyFile),
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
        if creates {
            try self.disk.reading { root throws(LicenseStoreError) in try self.requireContents(of: root) }
        }
        do {
            return try self.disk.changing(creates: creates, createsRoot: self.createsRoot, body)
        } catch {
            throw error.code == .locked ? self.refuse(error, by: actor, ids: ids, file: file) : error
        }
    }

    /// Returns the path of a file as the history has it: at most as many characters as a path can have on Linux.
    static func historyFile(_ file: String) -> String {
        String(file.unicodeScalars.prefix(4_096))
    }

    /// Writes the refusals that are not written yet.
    ///
    /// They have a lock of their own, so that those of a process that ends do not wait for a change.
    func writeRefusals() {
        self.hasRefusalToWrite = false
        let entries = self.refusals.take()
        guard !entries.isEmpty else {
            return
        }
        var isWritten: Bool?
        do {
            isWritten = try self.disk.changing(creates: false, lock: FolderLayout.refusalLock) { folder in
                self.append(entries, to: self.refusalJournal, folder)
            }
        } catch {
            self.noteUnsaved(self.refusalJournal, error.systemError ?? error.code.rawValue)
        }
        if isWritten != true {
            self.refusals.putBack(entries)
        }
    }

    /// The number of new findings that one change records.
    private static let maximumNewFindings = 256

    /// Writes entries, and those of the findings that the history does not have yet.
    ///
    /// - Parameters:
    ///   - entries: The entries of what led to the findings, which can be empty.
    ///   - folder: The folder if the process has its lock already, or `nil`.
    func recordFindings(after entries: [LicenseHistoryEntry] = [], _ folder: FolderDisk.Locked? = nil) {
        guard let folder else {
            // Another process that is changing the folder finds them itself, or the next call here does.
            do {
                _ = try self.disk.changing(creates: false, waits: false) { folder in
                    self.recordInterruptedChange(folder)
                    self.recordFindings(after: entries, folder)
                }
            } catch {
                if !entries.isEmpty {
                    self.noteUnsaved(self.history, error.systemError ?? error.code.rawValue)
                }
            }
            return
        }
        if self.savedProblems != nil {
            // Another process can have recorded them.
            let known = KnownProblems(folder.secret, self.disk.files) ?? KnownProblems(LicenseSet())
            self.recordedFindings = known.recorded
            self.savedProblems = known
        }
        var findings: [(key: String, entry: LicenseHistoryEntry)] = []
        func add(_ code: String, _ ids: [LicenseID] = [], _ file: String? = nil) {
            // What a bad file held is not known to every process.
            let isKnown = code != LicenseStoreFinding.Code.reloadFailed.rawValue
            let key = ([code, file ?? ""] + (isKnown ? ids.map(\.rawValue) : [])).joined(separator: " ")
            findings.append((key, LicenseHistoryEntry(at: self.now, .finding, ids: ids, code: code, file: file)))
        }
        for finding in self.findings where finding.code != .historyNotSaved {
            add(finding.code.rawValue, finding.licenseIDs, finding.file)
        }
        if self.gate.trustedClock.isSuspect {
            add(LicenseFinding.Code.clockSuspect.rawValue)
        }
        // Very many findings must not push the rest out of the history. The next change records more of them.
        let new = findings.filter { !self.recordedFindings.contains($0.key) }.prefix(Self.maximumNewFindings)
        if self.record(entries + new.map(\.entry), folder) {
            let keys = Set(findings.map(\.key))
            self.recordedFindings = self.recordedFindings.intersection(keys).union(new.map(\.key))
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
            let history = try self.entries(of: self.history, secret)
            return Self.merged(history + self.unrecordedEntries(root, secret, after: history), refusals)
        }
        return entries ?? []
    }

    private func entries(
        of journal: Journal,
        _ secret: FileHandle
    ) throws(LicenseStoreError) -> [LicenseHistoryEntry] {
        var entries: [LicenseHistoryEntry] = []
        for name in journal.names {
            entries += try self.disk.at(FolderLayout.path(name)) { () throws(FileError) in
                try journal.entries(of: name, in: secret)
            }
        }
        return entries
    }

    /// Returns the entries of interrupted changes, which the next change writes into the history.
    private func unrecordedEntries(
        _ root: FileHandle,
        _ secret: FileHandle,
        after history: [LicenseHistoryEntry]
    ) -> [LicenseHistoryEntry] {
        // A change that is still under way is not interrupted.
        guard let unrecorded = UnrecordedChanges(secret, self.disk.files), !self.disk.isChanging(secret),
            let staged = try? self.read(root)
        else {
            return []
        }
        return unrecorded.missingEntries(for: staged, in: history).entries
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
