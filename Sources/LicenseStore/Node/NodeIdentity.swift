import LicenseCrypto
import LicenseModel
import LicenseNodeKey

/// What identifies the node of a folder: its thumbprint and its application code.
struct NodeIdentity: Sendable, Equatable {
    /// The thumbprint that licenses name, or `nil` if the folder has no identity yet.
    var thumbprint: ClaimString?

    /// The application code, or `nil` if it is missing or does not verify.
    var code: String?

    /// Whether the folder has a node key or an application code, and is not new.
    var isInUse = false

    /// What an operator should look at.
    var findings: [LicenseStoreFinding] = []
}

/// Reads and makes the node key and the application code.
struct NodeStore {
    let disk: FolderDisk

    /// The size that no file of the identity exceeds.
    private static let maximumSize = ApplicationCode.maximumSize

    /// Reads the identity without changing anything.
    ///
    /// - Parameters:
    ///   - root: The open folder.
    ///   - secret: The private part, or the error for which it cannot be opened.
    /// - Returns: The identity, which can lack everything.
    func read(_ root: FileHandle, _ secret: Result<FileHandle, FileError>) -> NodeIdentity {
        var code: ApplicationCode?
        var identity = NodeIdentity()
        do throws(FileError) {
            code = try self.code(root)
            identity = NodeIdentity(thumbprint: code?.thumbprint, code: code?.text, isInUse: code != nil)
        } catch {
            identity.isInUse = true
            let file = "\(FolderLayout.applicationCode)"
            identity.findings = [self.disk.texts.finding(.identityIncomplete, file: file, error: error.code)]
        }
        do throws(FileError) {
            let key = try self.key(try secret.get())
            identity.thumbprint = key.thumbprint
            identity.isInUse = true
            if code?.thumbprint != identity.thumbprint {
                identity.code = nil
            }
        } catch {
            // A folder that has neither key nor code is new.
            if !error.isMissing || identity.isInUse {
                identity.isInUse = true
                let file = FolderLayout.path(FolderLayout.nodeKey)
                identity.findings.append(self.disk.texts.finding(.nodeKeyUnreadable, file: file, error: error.code))
            }
        }
        return identity
    }

    /// Makes what is missing of the identity, and nothing else.
    ///
    /// A key that exists but cannot be used is never replaced: licenses name its thumbprint. Nor is a missing key while the
    /// application code has the thumbprint, or a code that the disk does not return now.
    ///
    /// - Parameters:
    ///   - folder: The folder, whose lock the process has.
    ///   - instant: The time for a new application code.
    ///   - settings: What the folder was opened with: the product and the facts for a new application code.
    /// - Returns: The identity.
    /// - Throws: `LicenseStoreError` with `storageFailed` if a file cannot be written.
    func complete(
        _ folder: FolderDisk.Locked,
        at instant: LicenseInstant,
        _ settings: FolderSettings
    ) throws(LicenseStoreError) -> NodeIdentity {
        let file = FolderLayout.path(FolderLayout.nodeKey)
        let code: ApplicationCode?
        do {
            code = try self.code(folder.root)
        } catch {
            return self.read(folder.root, .success(folder.secret))
        }
        var key: NodeKey?
        do {
            key = try self.key(folder.secret)
        } catch {
            guard error.isMissing, code == nil else {
                return self.read(folder.root, .success(folder.secret))
            }
        }
        let nodeKey: NodeKey
        if let key {
            nodeKey = key
        } else {
            // The time comes first, so that a folder with a key but without a time has lost it.
            let time = TimeStore(disk: self.disk)
            try self.disk.at(FolderLayout.path(FolderLayout.timeSlots[0])) { () throws(FileError) in
                try time.initialize(folder.secret)
            }
            nodeKey = try self.disk.at(file) { () throws(FileError) in try self.makeKey(folder.secret) }
        }
        if code == nil || code?.thumbprint != nodeKey.thumbprint {
            let name = FolderLayout.applicationCode
            try self.disk.at("\(name)") { () throws(FileError) in
                let product = settings.verifier.product.value
                // A code of an earlier year would not be valid.
                let time = max(instant, LicenseInstant(secondsSince1970: 0))
                guard let code = ApplicationCode(signedBy: nodeKey, at: time, product: product, host: settings.host)
                else {
                    throw .damaged
                }
                let text = Array(code.text.utf8)
                try self.disk.files.replace(name, in: folder.root, with: text, mode: FolderLayout.licenseMode)
            }
        }
        return self.read(folder.root, .success(folder.secret))
    }

    /// Returns the application code, or `nil` if the file is missing or is no code.
    ///
    /// - Throws: `FileError` if the file cannot be read now.
    private func code(_ root: FileHandle) throws(FileError) -> ApplicationCode? {
        let name = FolderLayout.applicationCode
        var text: [UInt8]
        do {
            text = try self.disk.files.read(name, in: root, limit: Self.maximumSize).bytes
        } catch {
            guard error.isMissing || error == .notRegular || error == .link || error == .tooLarge else {
                throw error
            }
            return nil
        }
        // An editor adds a line break.
        while let last = text.last, last == 0x0A || last == 0x0D {
            text.removeLast()
        }
        return ApplicationCode(text)
    }

    private func key(_ secret: FileHandle) throws(FileError) -> NodeKey {
        var text = try self.disk.files.read(FolderLayout.nodeKey, in: secret, limit: Self.maximumSize).bytes
        defer { NodeKey.overwrite(&text) }
        let end = text.firstIndex(of: UInt8(ascii: ".")) ?? 0
        var seed = Base64.decodeURL(text.span.extracting(..<end)) ?? []
        defer { NodeKey.overwrite(&seed) }
        guard let key = NodeKey(seed: seed) else {
            throw .damaged
        }
        // The second half shows damage of the first, which would otherwise be another valid key.
        guard text[end...].elementsEqual(Self.publicHalf(of: key)) else {
            throw .damaged
        }
        return key
    }

    private func makeKey(_ secret: FileHandle) throws(FileError) -> NodeKey {
        guard let key = NodeKey() else {
            throw .damaged
        }
        let written: Void? = try key.withSeed { seed throws(FileError) in
            var half = Base64.encodedURL(seed)
            defer { NodeKey.overwrite(&half) }
            var text = half + Self.publicHalf(of: key)
            defer { NodeKey.overwrite(&text) }
            let mode = FolderLayout.privateMode
            try self.disk.files.replace(FolderLayout.nodeKey, in: secret, with: text, mode: mode)
        }
        guard written != nil else {
            throw .damaged
        }
        return key
    }

    private static func publicHalf(of key: NodeKey) -> [UInt8] {
        Array(".\(Base64.encodeURL(key.publicBytes))\n".utf8)
    }
}
