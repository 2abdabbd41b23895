import LicenseCrypto
import LicenseModel
import LicensePolicy

extension FolderEngine {
    /// Saves the trusted clock of the gate.
    ///
    /// A failure is a finding. A folder that is opened without saving the time does nothing here.
    ///
    /// - Parameter folder: The folder if the process has its lock already, or `nil`.
    func saveTime(in folder: FolderDisk.Locked? = nil) {
        guard self.settings.opening != .withoutSavingTime else {
            return
        }
        var clock = self.gate.trustedClock
        // A license proves the time before a reload activates it, too.
        for entry in self.staged.entries {
            clock.observe(issuedAt: entry.license.issuedAt)
        }
        let file = FolderLayout.path(FolderLayout.timeSlots[0])
        do {
            func save(_ folder: FolderDisk.Locked) throws(LicenseStoreError) -> SavedTime {
                try self.disk.at(file) { () throws(FileError) in
                    try TimeStore(disk: self.disk)
                        .save(
                            clock,
                            after: self.settings.witness?.generation ?? 0,
                            in: folder.secret
                        )
                }
            }
            let saved: SavedTime?
            if let folder {
                saved = try save(folder)
            } else {
                saved = try self.disk.changing(creates: false, save)
            }
            if let saved {
                self.witness = LicenseTimeWitness(mark: saved.mark, generation: saved.generation)
            }
            self.timeFindings.removeAll { $0.code == .timeNotSaved }
        } catch {
            let known = self.timeFindings.first { $0.code == .timeNotSaved }
            self.timeFindings.removeAll { $0.code == .timeNotSaved }
            self.timeFindings.append(
                self.texts.finding(
                    .timeNotSaved,
                    file: error.file ?? file,
                    error: error.systemError ?? error.code.rawValue,
                    since: known?.since ?? self.now
                )
            )
        }
    }
}
