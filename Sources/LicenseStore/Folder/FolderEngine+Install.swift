import LicenseCrypto
import LicenseModel
import LicensePolicy

extension FolderEngine {
    /// What a caller asks for with a license file.
    struct InstallRequest: Sendable {
        /// The contents of the file.
        let contents: [UInt8]

        /// The name of the file for the history, or `nil` if it has none.
        var file: String?

        /// Whether licenses may be installed that are older than installed ones.
        var allowsOlder = false

        /// Whether the licenses are also activated.
        var activates = false

        /// The plan that must still hold, or `nil` for none.
        var plan: LicensePlan?
    }

    /// Installs the licenses of a file.
    func install(_ request: InstallRequest, by actor: LicenseActor) throws(LicenseStoreError) -> LicenseInstallation {
        try self.requireAdministrator(actor)
        let entries: [LicenseSet.Entry]
        do {
            entries = try self.settings.verifier.verify(contents: request.contents).entries
        } catch {
            throw self.refuse(self.texts.error(error), by: actor, file: request.file)
        }
        let installation = try self.changing(
            creates: true,
            by: actor,
            ids: entries.map(\.license.id),
            file: request.file
        ) { folder throws(LicenseStoreError) in
            try self.install(entries, request, folder, by: actor)
        }
        guard let installation else {
            throw self.texts.error(.storageFailed, .missing, self.disk.name)
        }
        return installation
    }

    private func install(
        _ entries: [LicenseSet.Entry],
        _ request: InstallRequest,
        _ folder: FolderDisk.Locked,
        by actor: LicenseActor
    ) throws(LicenseStoreError) -> LicenseInstallation {
        self.identity = try NodeStore(disk: self.disk).complete(folder, at: self.now, self.settings)
        self.recordInterruptedChange(folder)
        let staged = try self.read(folder.root)
        let installation = try self.decide(entries, request, staged, by: actor)
        if let plan = request.plan {
            let current = self.plan(installation, request, staged, usage: plan.usage)
            guard current.hasAnswer(of: plan) else {
                throw self.refuse(LicenseSet.Refusal(code: .planChanged), by: actor, file: request.file, plan: current)
            }
        }
        var durability: FileError?
        if !installation.added.isEmpty {
            let entry = LicenseHistoryEntry(
                at: self.now,
                .install,
                ids: installation.added.map(\.license.id),
                code: installation.newer.isEmpty ? nil : "older",
                file: request.file.map(Self.historyFile),
                actor: actor.historyName
            )
            let licenses = installation.added.map(\.license)
            durability = try self.recording(entry, of: licenses, folder) { () throws(LicenseStoreError) in
                try self.write(installation.added, folder)
            }
        }
        self.updateReadingFindings()
        if request.activates {
            self.activate(folder.root, folder, by: actor)
        } else {
            self.updateGate()
        }
        return LicenseInstallation(
            installed: installation.added.map(\.license),
            unchanged: installation.unchanged,
            durability: durability.map { self.texts.error(.durabilityUnknown, $0, self.disk.name) }
        )
    }

    /// Decides whether a file's licenses can be installed, and records a refusal.
    private func decide(
        _ entries: [LicenseSet.Entry],
        _ request: InstallRequest,
        _ staged: LicenseSet,
        by actor: LicenseActor
    ) throws(LicenseStoreError) -> LicenseSet.Installation {
        do {
            return try self.installation(entries, request, staged)
        } catch {
            throw self.refuse(error, by: actor, ids: entries.map(\.license.id), file: request.file)
        }
    }

    /// Writes licenses, each into a file of its own.
    ///
    /// - Returns: The error of the last confirmation by the disk, or `nil` if the licenses are safe.
    private func write(_ added: [LicenseSet.Entry], _ folder: FolderDisk.Locked) throws(LicenseStoreError) -> FileError?
    {
        // What crashed processes have left takes space.
        self.disk.files.sweep(folder.root)
        self.disk.files.sweep(folder.secret)
        if added.count > 1 {
            try self.begin(added, folder)
        }
        let durability: FileError?
        do {
            durability = try self.writeFiles(added, folder.root)
        } catch {
            self.endInstallations(folder)
            throw error
        }
        if durability == nil {
            self.endInstallations(folder)
        }
        return durability
    }

    /// Writes each license into a file of its own, all or none unless the process dies.
    ///
    /// - Parameters:
    ///   - added: The licenses.
    ///   - root: The open folder.
    ///   - conflicting: The licenses that do not count, which do not get the name that would make them count.
    /// - Returns: The error of the last confirmation by the disk, or `nil` if the licenses are safe.
    /// - Throws: `LicenseStoreError` if a file cannot be written.
    func writeFiles(
        _ added: [LicenseSet.Entry],
        _ root: FileHandle,
        conflicting: [License] = []
    ) throws(LicenseStoreError) -> FileError? {
        let files = self.disk.files
        let others = Set(conflicting.map(\.payloadDigest))
        let written = added.map { entry in
            let counts = !others.contains(entry.license.payloadDigest)
            return (entry: entry, name: self.staged.nameForWriting(entry.license, counts: counts))
        }
        var temporaries: [FileName] = []
        var renamed = 0
        do {
            for (entry, name) in written {
                temporaries.append(
                    try self.disk.at("\(name)") { () throws(FileError) in
                        try files.prepare(entry.source, in: root, mode: FolderLayout.licenseMode)
                    }
                )
            }
            for (temporary, (_, name)) in zip(temporaries, written) {
                try self.disk.at("\(name)") { () throws(FileError) in
                    try files.calls.rename(temporary, to: name, in: root)
                }
                renamed += 1
            }
        } catch {
            // A file that had the name before was damaged, and is replaced by now.
            for (_, name) in written.prefix(renamed) where self.staged.files[name] == nil {
                try? files.calls.remove(name, in: root)
            }
            for temporary in temporaries.dropFirst(renamed) {
                try? files.calls.remove(temporary, in: root)
            }
            throw error
        }
        self.staged = self.staged.adding(written)
        do {
            try files.calls.sync(root)
            return nil
        } catch {
            return error
        }
    }

    /// Makes the plan for a file, without changing anything.
    ///
    /// - Parameters:
    ///   - request: The file, and whether it may be older.
    ///   - usage: The usage for the quotas of the preview, or `nil` for none.
    /// - Returns: The plan.
    /// - Throws: `LicenseStoreError` if the file cannot be installed.
    func plan(_ request: InstallRequest, usage: LicenseUsage?) throws(LicenseStoreError) -> LicensePlan {
        let entries: [LicenseSet.Entry]
        do {
            entries = try self.settings.verifier.verify(contents: request.contents).entries
        } catch {
            throw self.texts.error(error)
        }
        let staged = try self.disk.reading { root throws(LicenseStoreError) in try self.read(root) } ?? LicenseSet()
        do {
            let installation = try self.installation(entries, request, staged)
            return self.plan(installation, request, staged, usage: usage)
        } catch {
            throw self.texts.error(error)
        }
    }

    private func installation(
        _ entries: [LicenseSet.Entry],
        _ request: InstallRequest,
        _ staged: LicenseSet
    ) throws(LicenseSet.Refusal) -> LicenseSet.Installation {
        try staged.installation(
            of: entries,
            node: self.node,
            allowsOlder: request.allowsOlder,
            at: self.gate.entitlements.instant
        )
    }

    private func plan(
        _ installation: LicenseSet.Installation,
        _ request: InstallRequest,
        _ staged: LicenseSet,
        usage: LicenseUsage?
    ) -> LicensePlan {
        let installed = staged.entries.map(\.license)
        let added = installation.added.map(\.license)
        return LicensePlan(
            contents: request.contents,
            allowsOlder: request.allowsOlder,
            usage: usage,
            installedDigests: Set(installed.map(\.payloadDigest)),
            added: added,
            unchanged: installation.unchanged,
            preview: self.gate.entitlements.preview(installing: installed + added, given: usage)
        )
    }
}
