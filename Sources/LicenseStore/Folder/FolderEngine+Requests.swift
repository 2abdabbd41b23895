import LicenseCrypto
import LicenseModel

extension FolderEngine {
    /// Reads a license file from a path, and installs its licenses.
    func install(
        at path: String,
        by actor: LicenseActor,
        allowsOlder: Bool,
        activates: Bool
    ) throws(LicenseStoreError) -> LicenseInstallation {
        try self.requireAdministrator(actor)
        let name = PrintableText.escaping(path)
        let contents: [UInt8]
        do {
            contents = try self.disk.files.read(at: path, limit: FolderLayout.maximumLicenseSize)
        } catch {
            guard error != .tooLarge else {
                throw self.refuse(self.texts.error(LicenseError(.tooLarge)), by: actor, file: name)
            }
            throw self.refuse(self.texts.error(.unreadable, error, name), by: actor, file: name)
        }
        let request = InstallRequest(contents: contents, file: name, allowsOlder: allowsOlder, activates: activates)
        return try self.install(request, by: actor)
    }

    /// Returns all licenses that are staged or active, by the names of their files.
    func list() throws(LicenseStoreError) -> [StoredLicense] {
        let staged = try self.disk.reading { root throws(LicenseStoreError) in try self.read(root) } ?? LicenseSet()
        let stagedDigests = staged.goodDigests
        let activeDigests = Set(self.activeLicenses.map(\.payloadDigest))
        let names = staged.namesByDigest
        var seen: Set<PayloadDigest> = []
        let all = (staged.entries.map(\.license) + self.activeLicenses)
            .filter { seen.insert($0.payloadDigest).inserted }
        return all.map { license in
            StoredLicense(
                license: license,
                isActive: activeDigests.contains(license.payloadDigest),
                isStaged: stagedDigests.contains(license.payloadDigest),
                files: (names[license.payloadDigest] ?? []).map { "\($0)" }
            )
        }
    }

    /// Returns the application code, or `nil` if it is missing or does not verify.
    func existingLicenseRequest() throws(LicenseStoreError) -> String? {
        let identity = try self.disk.reading { root -> NodeIdentity in
            let secret: Result<FileHandle, FileError>
            do throws(FileError) {
                secret = .success(try self.disk.calls.openFolder(FolderLayout.privateFolder, in: root))
            } catch {
                secret = .failure(error)
            }
            defer {
                if case .success(let folder) = secret {
                    self.disk.calls.close(folder)
                }
            }
            return NodeStore(disk: self.disk).read(root, secret)
        }
        return identity?.code
    }

    /// Returns the application code, and makes it if it is missing.
    func licenseRequest() throws(LicenseStoreError) -> String {
        if let code = try self.existingLicenseRequest() {
            return code
        }
        try self.disk.reading { root throws(LicenseStoreError) in try self.requireContents(of: root) }
        let identity = try self.disk.changing(
            creates: true,
            createsRoot: self.createsRoot
        ) { folder throws(LicenseStoreError) in
            try NodeStore(disk: self.disk).complete(folder, at: self.now, self.settings)
        }
        guard let identity else {
            throw self.texts.error(.storageFailed, .missing, self.disk.name)
        }
        self.identity = identity
        self.updateGate()
        guard let code = self.identity.code else {
            let error = FileError.damaged
            throw self.texts.error(.storageFailed, error, FolderLayout.path(FolderLayout.nodeKey))
        }
        return code
    }
}
