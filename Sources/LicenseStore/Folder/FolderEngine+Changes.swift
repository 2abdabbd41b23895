import LicenseModel

/// Changes of the license files are noted before they start, so that a crash loses no entry of the history.
extension FolderEngine {
    /// Makes a change of the license files, and records it.
    ///
    /// - Parameters:
    ///   - entry: The entry of the history for the change.
    ///   - licenses: The licenses of the entry.
    ///   - folder: The folder, whose lock the process has.
    ///   - change: Changes the files. If it fails, the history gets what has happened nevertheless.
    /// - Returns: The result of the change.
    /// - Throws: The error of the change.
    func recording<Result>(
        _ entry: LicenseHistoryEntry,
        of licenses: [License],
        _ folder: FolderDisk.Locked,
        _ change: () throws(LicenseStoreError) -> Result
    ) throws(LicenseStoreError) -> Result {
        let history = (try? self.history.entries(in: folder.secret)) ?? []
        var unrecorded = UnrecordedChanges(folder.secret, self.disk.files) ?? UnrecordedChanges()
        // What an earlier change did to the same licenses no longer matters, if it is not known by now.
        let references = Set(licenses.map(LicenseReference.init))
        unrecorded.changes.removeAll { change in
            !change.isDecidable(by: self.staged) && change.licenses.contains(where: references.contains)
        }
        unrecorded.changes.append(UnrecordedChange(entry, of: licenses, after: history))
        self.save(unrecorded, folder)
        do {
            let result = try change()
            if self.record(entry, folder) {
                unrecorded.changes.removeLast()
                self.save(unrecorded, folder)
            }
            return result
        } catch {
            self.recordInterruptedChange(folder, hasFailed: true)
            throw error
        }
    }

    /// Records what has happened of changes that were interrupted, if the history does not have it.
    ///
    /// - Parameters:
    ///   - folder: The folder, whose lock the process has.
    ///   - hasFailed: Whether the latest change is one of this process that has failed. What is bad now was not changed by it.
    func recordInterruptedChange(_ folder: FolderDisk.Locked, hasFailed: Bool = false) {
        guard var unrecorded = UnrecordedChanges(folder.secret, self.disk.files), !unrecorded.changes.isEmpty,
            let staged = try? self.read(folder.root)
        else {
            return
        }
        if hasFailed, let last = unrecorded.changes.last, !last.isDecidable(by: staged) {
            unrecorded.changes.removeLast()
        }
        let history = (try? self.history.entries(in: folder.secret)) ?? []
        let (entries, undecided) = unrecorded.missingEntries(for: staged, in: history)
        // What the history does not get stays noted, and the next change tries again.
        if self.record(entries, folder) {
            unrecorded.changes = undecided
        }
        self.save(unrecorded, folder)
    }

    /// Notes the changes whose entries the history may not have.
    ///
    /// On a full disk, a license can be deleted. Neither this nor the history can be written then, which is a finding.
    private func save(_ unrecorded: UnrecordedChanges, _ folder: FolderDisk.Locked) {
        let name = FolderLayout.unrecordedChanges
        if unrecorded.changes.isEmpty {
            try? self.disk.calls.remove(name, in: folder.secret)
        } else if let text = unrecorded.text {
            try? self.disk.files.replace(name, in: folder.secret, with: text, mode: FolderLayout.privateMode)
        }
    }

    /// Notes which files are bad and since when, and which findings the history has, for the next process.
    ///
    /// If that fails, the next process starts anew, and nothing else depends on it.
    func saveProblems(_ folder: FolderDisk.Locked) {
        let current = KnownProblems(self.active, recorded: self.recordedFindings)
        guard current != self.savedProblems else {
            return
        }
        let name = FolderLayout.problems
        do {
            if current.isEmpty {
                try self.disk.calls.remove(name, in: folder.secret)
            } else if let text = current.text, text.count <= KnownProblems.maximumSize {
                try self.disk.files.replace(name, in: folder.secret, with: text, mode: FolderLayout.privateMode)
            }
            self.savedProblems = current
        } catch {
            self.savedProblems = nil
        }
    }
}
