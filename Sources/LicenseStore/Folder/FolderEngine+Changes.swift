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
        // On a full disk, a license can be deleted. The history cannot be written then either, which is a finding.
        let history = (try? self.history.entries(in: folder.secret)) ?? []
        if let text = UnrecordedChange(entry, of: licenses, after: history).text {
            let (name, mode) = (FolderLayout.unrecordedChange, FolderLayout.privateMode)
            try? self.disk.files.replace(name, in: folder.secret, with: text, mode: mode)
        }
        do {
            let result = try change()
            self.record(entry, folder)
            self.forgetUnrecordedChange(folder)
            return result
        } catch {
            self.recordInterruptedChange(folder)
            throw error
        }
    }

    /// Records what has happened of a change that was interrupted, if the history does not have it.
    func recordInterruptedChange(_ folder: FolderDisk.Locked) {
        let (name, limit) = (FolderLayout.unrecordedChange, FolderLayout.maximumLicenseSize)
        guard let text = try? self.disk.files.read(name, in: folder.secret, limit: limit).bytes,
            let staged = try? self.read(folder.root)
        else {
            return
        }
        if let change = UnrecordedChange(text), let entry = change.entry(for: staged) {
            let history = (try? self.history.entries(in: folder.secret)) ?? []
            if !change.isRecorded(in: history) {
                self.record(entry, folder)
            }
        }
        self.forgetUnrecordedChange(folder)
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

    private func forgetUnrecordedChange(_ folder: FolderDisk.Locked) {
        // What the history does not have stays noted, and the next change tries again.
        if self.historyFinding == nil {
            try? self.disk.calls.remove(FolderLayout.unrecordedChange, in: folder.secret)
        }
    }
}
