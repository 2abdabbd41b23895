import LicenseCrypto
import LicenseModel

/// An installation of several licenses is noted before it starts, so that a crash in it becomes a finding.
extension FolderEngine {
    /// Notes an installation before its first license is written.
    func begin(_ added: [LicenseSet.Entry], _ folder: FolderDisk.Locked) throws(LicenseStoreError) {
        var pending = PendingInstallations(folder.secret, self.disk.files) ?? PendingInstallations()
        pending = pending.unfinished(in: self.staged)
        pending.installations.append(added.map { LicenseReference($0.license) })
        try self.save(pending, folder)
    }

    /// Forgets the installations that are complete, or of which nothing is left.
    ///
    /// - Parameters:
    ///   - deleted: Licenses that were deleted on purpose, and so are not missing.
    ///   - folder: The folder, whose lock the process has.
    func endInstallations(deleting deleted: [License] = [], _ folder: FolderDisk.Locked) {
        let name = FolderLayout.pendingInstallations
        // If this fails, the next change tries again. A complete installation is no finding.
        guard let pending = PendingInstallations(folder.secret, self.disk.files) else {
            // A damaged note says nothing, and a missing one cannot be removed.
            try? self.disk.calls.remove(name, in: folder.secret)
            return
        }
        let unfinished = pending.removing(deleted).unfinished(in: self.staged)
        if unfinished.installations.isEmpty {
            try? self.disk.calls.remove(name, in: folder.secret)
        } else if unfinished != pending {
            try? self.save(unfinished, folder)
        }
    }

    private func save(_ pending: PendingInstallations, _ folder: FolderDisk.Locked) throws(LicenseStoreError) {
        let (name, mode) = (FolderLayout.pendingInstallations, FolderLayout.privateMode)
        try self.disk.at(FolderLayout.path(name)) { () throws(FileError) in
            guard let text = pending.text else {
                throw .damaged
            }
            try self.disk.files.replaceUnconfirmed(name, in: folder.secret, with: text, mode: mode)
            // A disk that does not confirm this does not confirm the licenses either, and they say so.
            try? self.disk.calls.sync(folder.secret)
        }
    }
}
