import LicenseModel

/// A file to which entries are only appended, one line each.
///
/// At 1 MiB the file gets another name and a new one starts. Two old files are kept. A crash can leave a torn line at the
/// end. The next entry then starts a new line, and reading skips the torn one.
struct Journal: Sendable {
    /// The size at which a new file starts.
    static let maximumSize = 1_024 * 1_024

    /// The number of old files that are kept.
    static let oldFiles = 2

    let files: StoreFiles
    let name: FileName

    /// The name of an old file: `history.1.jsonl` is the newest of them.
    private func name(old number: Int) -> FileName {
        guard number > 0, let dot = self.name.bytes.firstIndex(of: UInt8(ascii: ".")) else {
            return self.name
        }
        return FileName(self.name.bytes[..<dot] + Array(".\(number)".utf8) + self.name.bytes[dot...])
    }

    /// The names of the files, the oldest first.
    var names: [FileName] {
        stride(from: Self.oldFiles, through: 0, by: -1).map(self.name(old:))
    }

    /// Appends entries, and has the disk confirm them.
    ///
    /// - Parameters:
    ///   - entries: The entries, at least one.
    ///   - secret: The private part of the folder, whose lock the process has.
    /// - Returns: The error of the confirmation if the entries are written but not confirmed, or `nil`.
    /// - Throws: `FileError` if an entry may be missing.
    func append(_ entries: [LicenseHistoryEntry], in secret: FileHandle) throws(FileError) -> FileError? {
        var unconfirmed: FileError?
        var text: [UInt8] = []
        for line in entries.map({ $0.line + [0x0A] }) {
            if !text.isEmpty, text.count + line.count > Self.maximumSize {
                unconfirmed = try self.append(text, in: secret) ?? unconfirmed
                text = []
            }
            text += line
        }
        return try self.append(text, in: secret) ?? unconfirmed
    }

    private func append(_ lines: [UInt8], in secret: FileHandle) throws(FileError) -> FileError? {
        let calls = self.files.calls
        var text = lines
        if let size = try? calls.attributes(of: self.name, in: secret, followsLinks: false).size,
            size > 0, size + Int64(text.count) > Int64(Self.maximumSize)
        {
            try self.rotate(in: secret)
        }
        let file = try self.files.openForAppending(self.name, in: secret, mode: FolderLayout.privateMode)
        defer { calls.close(file) }
        guard try calls.attributes(of: file).kind == .regular else {
            throw .notRegular
        }
        let old = try self.files.readAll(file, limit: 2 * Self.maximumSize)
        if old.last ?? 0x0A != 0x0A {
            text.insert(0x0A, at: 0)
        }
        try self.files.writeAll(text, to: file)
        // A disk that lies about a write shows it here.
        try calls.rewind(file)
        guard try self.files.readAll(file, limit: 4 * Self.maximumSize) == old + text else {
            throw .writtenWrong
        }
        do throws(FileError) {
            try calls.sync(file)
            try calls.sync(secret)
            return nil
        } catch {
            return error
        }
    }

    private func rotate(in secret: FileHandle) throws(FileError) {
        for number in stride(from: Self.oldFiles, to: 0, by: -1) {
            do {
                try self.files.calls.rename(self.name(old: number - 1), to: self.name(old: number), in: secret)
            } catch {
                guard error.isMissing else {
                    throw error
                }
            }
        }
    }

    /// Reads the entries of all files, the oldest first.
    ///
    /// - Throws: `FileError` if a file exists but cannot be read.
    func entries(in secret: FileHandle) throws(FileError) -> [LicenseHistoryEntry] {
        var entries: [LicenseHistoryEntry] = []
        for name in self.names {
            entries += try self.entries(of: name, in: secret)
        }
        return entries
    }

    /// Reads the entries of one of the files, the oldest first.
    ///
    /// Lines that are torn or damaged are skipped.
    ///
    /// - Throws: `FileError` if the file exists but cannot be read.
    func entries(of name: FileName, in secret: FileHandle) throws(FileError) -> [LicenseHistoryEntry] {
        do {
            let text = try self.files.read(name, in: secret, limit: 2 * Self.maximumSize).bytes
            return text.split(separator: 0x0A).compactMap { LicenseHistoryEntry(Array($0)) }
        } catch {
            guard error.isMissing else {
                throw error
            }
            return []
        }
    }
}
