import LicenseCrypto
import LicenseModel
import LicensePolicy

/// Everything that one reading of a folder finds.
struct FolderSnapshot {
    /// The licenses of each file.
    var set = LicenseSet()

    var identity = NodeIdentity()
    var time = TimeStore.Reading()

    /// The licenses that an interrupted installation did not write.
    var missing: [LicenseID] = []

    /// The bad files that the folder has noted.
    var knownProblems = KnownProblems(LicenseSet())

    /// The files that other users can change.
    var unsafeFiles: [String] = []

    /// Creates the snapshot of a folder that does not exist.
    init() {}

    /// Reads a folder without changing anything.
    ///
    /// - Parameters:
    ///   - root: The open folder.
    ///   - settings: What the folder was opened with.
    ///   - staged: What is known of the files.
    ///   - now: The time since when a file is bad that was good before.
    /// - Throws: `LicenseStoreError` with `storageFailed` if the folder cannot be listed.
    init(
        _ root: FileHandle,
        _ settings: FolderSettings,
        staged: LicenseSet,
        at now: LicenseInstant
    ) throws(LicenseStoreError) {
        let disk = settings.disk
        let reader = FolderReader(files: disk.files, verifier: settings.verifier)
        let contents = try disk.at(disk.name) { () throws(FileError) in
            try reader.contents(of: root, knowing: staged)
        }
        self.set = staged.reading(contents, at: now)

        let secret: Result<FileHandle, FileError>
        do {
            secret = .success(try disk.calls.openFolder(FolderLayout.privateFolder, in: root))
        } catch {
            secret = .failure(error)
        }
        let nodes = NodeStore(disk: disk)
        self.identity = nodes.read(root, secret)
        switch secret {
        case .success(let secret):
            defer { disk.calls.close(secret) }
            self.time = TimeStore(disk: disk).read(secret, isInUse: self.identity.isInUse)
            self.readPending(secret, disk)
            self.readProblems(secret, disk)
            self.checkModes(root, secret, disk)
        case .failure(let error):
            let file = "\(FolderLayout.privateFolder)"
            if !error.isMissing {
                self.time.findings = [disk.texts.finding(.timeUnreadable, file: file, error: error.code)]
            } else if self.identity.isInUse {
                self.time.findings = [disk.texts.finding(.timeMissing, file: file)]
            }
        }
    }

    private mutating func readPending(_ secret: FileHandle, _ disk: FolderDisk) {
        // An installation that is still under way is not interrupted.
        guard let pending = PendingInstallations(secret, disk.files), !disk.isChanging(secret) else {
            return
        }
        self.missing = pending.missing(in: self.set)
    }

    private mutating func readProblems(_ secret: FileHandle, _ disk: FolderDisk) {
        if let known = KnownProblems(secret, disk.files) {
            self.knownProblems = known
            self.set = self.set.continuing(known)
        }
    }

    private mutating func checkModes(_ root: FileHandle, _ secret: FileHandle, _ disk: FolderDisk) {
        let calls = disk.calls
        let folder = try? calls.attributes(of: root)
        // Root can use the folder of a product that is another user.
        let owners = [0, calls.user] + (calls.user == 0 ? folder.map { [$0.owner] } ?? [] : [])
        func isUnsafe(_ attributes: FileAttributes?, _ bits: UInt32) -> Bool {
            attributes.map { $0.mode & bits != 0 || !owners.contains($0.owner) } ?? false
        }
        if isUnsafe(folder, 0o002) {
            self.unsafeFiles.append(".")
        }
        if isUnsafe(try? calls.attributes(of: secret), 0o077) {
            self.unsafeFiles.append("\(FolderLayout.privateFolder)")
        }
        for name in [FolderLayout.nodeKey] + FolderLayout.timeSlots
        where isUnsafe(try? calls.attributes(of: name, in: secret, followsLinks: false), 0o077) {
            self.unsafeFiles.append(FolderLayout.path(name))
        }
    }

    /// Returns the findings about the license files.
    ///
    /// - Parameters:
    ///   - selection: The licenses of the set that count.
    ///   - texts: The texts of the findings.
    /// - Returns: The findings, in the order of the files.
    func findings(_ selection: LicenseSet.Selection, _ texts: StoreTexts) -> [LicenseStoreFinding] {
        var findings: [LicenseStoreFinding] = []
        for name in self.set.names {
            guard let file = self.set.files[name], let problem = file.problem else {
                continue
            }
            findings.append(
                texts.finding(
                    .reloadFailed,
                    licenseIDs: file.entries.map(\.license.id),
                    file: "\(name)",
                    error: problem.code,
                    since: problem.since
                )
            )
        }
        let names = selection.conflicting.isEmpty ? [:] : self.set.namesByDigest
        for license in selection.conflicting {
            let name = names[license.payloadDigest]?.first
            findings.append(texts.finding(.idConflict, licenseIDs: [license.id], file: name.map { "\($0)" }))
        }
        if !self.missing.isEmpty {
            findings.append(texts.finding(.installIncomplete, licenseIDs: self.missing))
        }
        return findings + self.unsafeFiles.map { texts.finding(.unsafeMode, file: $0) }
    }
}
