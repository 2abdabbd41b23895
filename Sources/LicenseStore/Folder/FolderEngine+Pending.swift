import LicenseModel

/// An installation of several licenses is noted before it starts, so that a crash in it becomes a finding.
extension FolderEngine {
    /// Returns the installation that was interrupted, or `nil` if no license of one is missing.
    func interruptedInstallation(_ secret: FileHandle) -> PendingInstallation? {
        let (name, limit) = (FolderLayout.pendingInstallation, PendingInstallation.maximumSize)
        guard let text = try? self.disk.files.read(name, in: secret, limit: limit).bytes,
            let pending = PendingInstallation(text), !pending.missing(in: self.staged).isEmpty
        else {
            return nil
        }
        return pending
    }

    /// Notes an installation before its first license is written.
    func save(_ pending: PendingInstallation, _ folder: FolderDisk.Locked) throws(LicenseStoreError) {
        let name = FolderLayout.pendingInstallation
        try self.disk.at(FolderLayout.path(name)) { () throws(FileError) in
            guard let text = pending.text else {
                throw .damaged
            }
            let mode = FolderLayout.privateMode
            try self.disk.files.replaceUnconfirmed(name, in: folder.secret, with: text, mode: mode)
            // A disk that does not confirm this does not confirm the licenses either, and they say so.
            try? self.disk.calls.sync(folder.secret)
        }
    }

    /// Ends the record of an installation that is complete, or of which nothing is left.
    ///
    /// - Parameters:
    ///   - earlier: The installation that was interrupted before, or `nil` if none was.
    ///   - folder: The folder, whose lock the process has.
    func endInstallation(after earlier: PendingInstallation?, _ folder: FolderDisk.Locked) {
        // If this fails, the next change tries again. A complete installation is no finding.
        if let earlier, !earlier.missing(in: self.staged).isEmpty {
            try? self.save(earlier, folder)
        } else if self.interruptedInstallation(folder.secret) == nil {
            try? self.disk.calls.remove(FolderLayout.pendingInstallation, in: folder.secret)
        }
    }
}
