import LicenseCrypto
import LicenseModel

extension FolderEngine {
    /// Deletes a license from the files and from the active set.
    func delete(
        _ id: LicenseID,
        issuer: LicenseRequirement<ClaimString>,
        by actor: LicenseActor
    ) throws(LicenseStoreError) -> LicenseDeletion {
        try self.requireAdministrator(actor, [id])
        let deletion = try self.changing(creates: false, by: actor, ids: [id]) { folder throws(LicenseStoreError) in
            try self.delete(id, issuer: issuer, folder, by: actor)
        }
        guard let deletion else {
            // A folder without its private part can hold licenses that were copied in.
            let staged = try self.disk.reading { root throws(LicenseStoreError) in
                try self.requireContents(of: root)
                return try self.read(root)
            }
            guard staged != nil || self.createsRoot else {
                throw self.texts.error(.storageFailed, .missing, self.disk.name)
            }
            guard staged != nil, self.staged.entries.contains(where: { $0.license.id == id }) else {
                throw self.refuse(LicenseSet.Refusal(code: .notFound, licenseIDs: [id]), by: actor, ids: [id])
            }
            let created = try self.changing(creates: true, by: actor, ids: [id]) { folder throws(LicenseStoreError) in
                try self.delete(id, issuer: issuer, folder, by: actor)
            }
            guard let created else {
                throw self.texts.error(.storageFailed, .missing, self.disk.name)
            }
            return created
        }
        return deletion
    }

    private func delete(
        _ id: LicenseID,
        issuer: LicenseRequirement<ClaimString>,
        _ folder: FolderDisk.Locked,
        by actor: LicenseActor
    ) throws(LicenseStoreError) -> LicenseDeletion {
        self.recordInterruptedChange(folder)
        let staged = try self.read(folder.root)
        let deletion: LicenseSet.Deletion
        do {
            deletion = try staged.deletion(of: id, issuer: issuer)
        } catch {
            throw self.refuse(error, by: actor, ids: [id])
        }
        // The license can be what proves the time.
        self.saveTime(in: folder)
        // The others get their own files first, so that a crash loses none of them.
        if deletion.sharesFiles {
            let active = Set(self.activeLicenses.map(\.payloadDigest))
            let conflicting = staged.selection(preferring: active).conflicting
            // Also files that an earlier try has written are safe only now.
            if let error = try self.writeFiles(deletion.kept, folder.root, conflicting: conflicting) {
                throw self.texts.error(.storageFailed, error, self.disk.name)
            }
        }
        let entry = LicenseHistoryEntry(
            at: self.now,
            .delete,
            ids: [id],
            actor: actor.historyName
        )
        let durability = try self.recording(entry, of: deletion.licenses, folder) { () throws(LicenseStoreError) in
            try self.remove(deletion.removed, folder.root)
        }
        let digests = Set(deletion.licenses.map(\.payloadDigest))
        self.staged = self.staged.removing(digests)
        self.active = self.active.removing(digests)
        self.activeLicenses.removeAll { digests.contains($0.payloadDigest) }
        self.endInstallations(deleting: deletion.licenses, folder)
        self.updateReadingFindings()
        self.updateGate()
        return LicenseDeletion(
            deleted: deletion.licenses,
            durability: durability.map { self.texts.error(.durabilityUnknown, $0, self.disk.name) }
        )
    }

    /// Removes files, some of which can be gone already.
    ///
    /// - Returns: The error of the last confirmation by the disk, or `nil` if the files are gone for good.
    private func remove(_ names: [FileName], _ root: FileHandle) throws(LicenseStoreError) -> FileError? {
        let calls = self.disk.calls
        for name in names {
            try self.disk.at("\(name)") { () throws(FileError) in
                do throws(FileError) {
                    try calls.remove(name, in: root)
                } catch {
                    guard error.isMissing else {
                        throw error
                    }
                }
            }
        }
        do {
            try calls.sync(root)
            return nil
        } catch {
            return error
        }
    }
}
