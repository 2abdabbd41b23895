import LicenseModel

/// The folder on the disk: opening, creating, locking and reading it.
struct FolderDisk: Sendable {
    /// The open folders during a change, whose lock the process has.
    struct Locked {
        /// The folder that has the licenses.
        let root: FileHandle

        /// The private part of the folder.
        let secret: FileHandle
    }

    /// The path of the folder, which the system gets unchanged.
    let path: String

    let files: StoreFiles
    let texts: StoreTexts

    var calls: any FileCalls {
        self.files.calls
    }

    /// The path of the folder for people.
    var name: String {
        PrintableText.escaping(self.path)
    }

    /// How often to try to get the lock, and how long to wait between two tries: 5 seconds in all.
    private static let lockTries = 500
    private static let lockPause = 10

    /// Runs an operation on a file, and gives its error the name of the file.
    func at<Result>(_ file: String, _ body: () throws(FileError) -> Result) throws(LicenseStoreError) -> Result {
        do {
            return try body()
        } catch {
            throw self.texts.error(.storageFailed, error, file)
        }
    }

    /// Runs a function with the open folder, or returns `nil` if the folder does not exist.
    @discardableResult
    func reading<Result>(
        _ body: (FileHandle) throws(LicenseStoreError) -> Result
    ) throws(LicenseStoreError) -> Result? {
        let root: FileHandle
        do {
            root = try self.calls.openFolder(at: self.path)
        } catch {
            guard error.isMissing else {
                throw self.texts.error(.storageFailed, error, self.name)
            }
            return nil
        }
        defer { self.calls.close(root) }
        return try body(root)
    }

    /// Runs a change of the folder under its lock, or returns `nil` if the folder does not exist and is not created.
    ///
    /// - Parameters:
    ///   - creates: Whether to create the private part of the folder if it is missing.
    ///   - createsRoot: Whether to create the folder itself, too.
    ///   - name: The file whose lock the process needs.
    ///   - waits: Whether to wait for another process that has the lock.
    ///   - body: The change. Another process can have changed anything before it.
    /// - Returns: The result of the change.
    /// - Throws: `LicenseStoreError` with `locked` or `storageFailed`, or the error of the change.
    func changing<Result>(
        creates: Bool,
        createsRoot: Bool = true,
        lock name: FileName = FolderLayout.lock,
        waits: Bool = true,
        _ body: (Locked) throws(LicenseStoreError) -> Result
    ) throws(LicenseStoreError) -> Result? {
        if creates, createsRoot {
            try self.createRoot()
        }
        return
            try self.reading { root throws(LicenseStoreError) in
                guard let secret = try self.openPrivateFolder(root, creates: creates) else {
                    return nil
                }
                defer { self.calls.close(secret) }
                let lock = try self.lock(name, in: secret, waits: waits)
                defer { self.calls.close(lock) }
                return try body(Locked(root: root, secret: secret))
            }
            .flatMap { $0 }
    }

    /// Returns whether another process is changing the folder now.
    ///
    /// Without a lock file, none is.
    func isChanging(_ secret: FileHandle) -> Bool {
        guard let lock = try? self.calls.open(FolderLayout.lock, in: secret, .read) else {
            return false
        }
        defer { self.calls.close(lock) }
        return (try? self.calls.tryLock(lock)) == false
    }

    private func createRoot() throws(LicenseStoreError) {
        do {
            try self.calls.makeFolder(at: self.path, mode: FolderLayout.folderMode)
        } catch {
            // An existing folder keeps its mode. A parent that is missing is the administrator's to create.
            if (try? self.reading { _ in true }) == true {
                return
            }
            throw error.isMissing
                ? self.texts.missingParent(of: self.name) : self.texts.error(.storageFailed, error, self.name)
        }
        let parent = try? self.calls.openFolder(at: Self.parent(of: self.path))
        defer { parent.map(self.calls.close) }
        try self.at(self.name) { () throws(FileError) in
            let root = try self.calls.openFolder(at: self.path)
            defer { self.calls.close(root) }
            if let parent {
                self.setOwner(ofNew: root, asOf: parent)
            }
            try self.calls.setMode(FolderLayout.folderMode, of: root)
        }
        // The new name is safe only once the parent is. If that fails, the licenses written next fail, too.
        if let parent {
            try? self.calls.sync(parent)
        }
    }

    /// Gives a new folder the owner of its parent.
    ///
    /// A folder that has files is another one, which someone has moved there.
    private func setOwner(ofNew folder: FileHandle, asOf parent: FileHandle) {
        if (try? self.calls.names(in: folder).isEmpty) == true {
            self.calls.setOwner(of: folder, asOf: parent)
        }
    }

    /// Returns the path of the folder in which a path has its last name.
    static func parent(of path: String) -> String {
        var bytes = Array(path.utf8)[...]
        let slash = UInt8(ascii: "/")
        while bytes.count > 1, bytes.last == slash {
            bytes.removeLast()
        }
        guard let end = bytes.lastIndex(of: slash) else {
            return "."
        }
        return end == bytes.startIndex ? "/" : String(decoding: bytes[..<end], as: UTF8.self)
    }

    private func openPrivateFolder(_ root: FileHandle, creates: Bool) throws(LicenseStoreError) -> FileHandle? {
        do {
            return try self.calls.openFolder(FolderLayout.privateFolder, in: root)
        } catch {
            guard error.isMissing else {
                throw self.texts.error(.storageFailed, error, "\(FolderLayout.privateFolder)")
            }
        }
        guard creates else {
            return nil
        }
        return try self.at("\(FolderLayout.privateFolder)") { () throws(FileError) in
            let mode = FolderLayout.privateFolderMode
            var isMade = true
            do throws(FileError) {
                try self.calls.makeFolder(FolderLayout.privateFolder, in: root, mode: mode)
            } catch {
                // Another process has made it.
                guard error.isExisting else {
                    throw error
                }
                isMade = false
            }
            let secret = try self.calls.openFolder(FolderLayout.privateFolder, in: root)
            do throws(FileError) {
                if isMade {
                    self.setOwner(ofNew: secret, asOf: root)
                }
                try self.calls.setMode(mode, of: secret)
                try self.calls.sync(root)
            } catch {
                self.calls.close(secret)
                throw error
            }
            return secret
        }
    }

    private func lock(_ name: FileName, in secret: FileHandle, waits: Bool) throws(LicenseStoreError) -> FileHandle {
        let file = FolderLayout.path(name)
        let lock = try self.at(file) { () throws(FileError) in
            try self.files.openForAppending(name, in: secret, mode: FolderLayout.privateMode)
        }
        do throws(FileError) {
            for _ in 0..<(waits ? Self.lockTries : 1) {
                if try self.calls.tryLock(lock) {
                    return lock
                }
                self.calls.pause(milliseconds: Self.lockPause)
            }
        } catch {
            self.calls.close(lock)
            throw self.texts.error(.storageFailed, error, file)
        }
        self.calls.close(lock)
        throw self.texts.error(LicenseSet.Refusal(code: .locked))
    }
}
