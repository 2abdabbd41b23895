import LicenseModel
import LicensePolicy

/// Reads and saves the trusted clock in two files that are written alternately.
struct TimeStore {
    let disk: FolderDisk

    /// What the two files say.
    struct Reading {
        /// The latest clock, or `nil` if neither file could be used.
        var latest: SavedTime?

        /// The number of the last saving, 0 before the first.
        var generation = 0

        /// What an operator should look at.
        var findings: [LicenseStoreFinding] = []
    }

    /// Reads both files of the time.
    ///
    /// - Parameters:
    ///   - secret: The private part of the folder.
    ///   - isInUse: Whether the time must have been saved before, because the folder has a node key.
    /// - Returns: What the files say.
    func read(_ secret: FileHandle, isInUse: Bool) -> Reading {
        var reading = Reading()
        var problems: [(file: String, error: FileError)] = []
        var missing = 0
        for name in FolderLayout.timeSlots {
            let file = FolderLayout.path(name)
            do {
                let text = try self.disk.files.read(name, in: secret, limit: 4_096).bytes
                guard let saved = SavedTime(text) else {
                    throw FileError.damaged
                }
                reading.generation = max(reading.generation, saved.generation)
                // A higher mark counts even if another process saved it earlier: nothing lowers the mark.
                if (reading.latest?.mark ?? .earliest) <= (saved.mark ?? .earliest) {
                    reading.latest = saved
                }
            } catch let error as FileError {
                if error.isMissing {
                    missing += 1
                } else {
                    problems.append((file, error))
                }
            } catch {}
        }
        let texts = self.disk.texts
        if reading.latest != nil, let problem = problems.first {
            reading.findings = [texts.finding(.timeDamaged, file: problem.file, error: problem.error.code)]
        } else if let problem = problems.first {
            reading.findings = [texts.finding(.timeUnreadable, file: problem.file, error: problem.error.code)]
        } else if isInUse, missing == FolderLayout.timeSlots.count || missing == 1 && reading.generation > 1 {
            let file = FolderLayout.path(FolderLayout.timeSlots[0])
            reading.findings = [texts.finding(.timeMissing, file: file)]
        }
        return reading
    }

    /// Saves a clock without a mark in a new folder, unless a time is there already.
    ///
    /// - Parameter secret: The private part of the folder, whose lock the process has.
    /// - Throws: `FileError` if the time could not be saved.
    func initialize(_ secret: FileHandle) throws(FileError) {
        let names = try self.disk.calls.names(in: secret)
        guard !FolderLayout.timeSlots.contains(where: names.contains) else {
            return
        }
        guard let text = SavedTime(.firstStart, generation: 0).text else {
            throw .damaged
        }
        try self.disk.files.replace(
            FolderLayout.timeSlots[0],
            in: secret,
            with: text,
            mode: FolderLayout.privateMode
        )
    }

    /// Saves a clock into the file that was not written last.
    ///
    /// - Parameters:
    ///   - clock: The clock of the gate.
    ///   - generation: The generation that the host knows from its witness, or 0.
    ///   - secret: The private part of the folder, whose lock the process has.
    /// - Returns: What was saved, with the mark of another process if that is later.
    /// - Throws: `FileError` if the time could not be saved.
    func save(_ clock: TrustedClock, after generation: Int, in secret: FileHandle) throws(FileError) -> SavedTime {
        let known = self.read(secret, isInUse: false)
        let latest = TrustedClock.latest(of: [clock] + (known.latest.map { [$0.clock] } ?? [])) ?? clock
        let saved = SavedTime(latest, generation: max(known.generation, generation) + 1)
        guard let text = saved.text else {
            throw .damaged
        }
        let name = FolderLayout.timeSlots[saved.generation % FolderLayout.timeSlots.count]
        try self.disk.files.replace(name, in: secret, with: text, mode: FolderLayout.privateMode)
        return saved
    }
}
