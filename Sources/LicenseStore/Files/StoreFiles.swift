import LicenseNodeKey

/// Reading and replacing of whole files, on top of the system calls.
///
/// A file can be the node key. What is read is therefore the only copy: everything else is overwritten.
struct StoreFiles: Sendable {
    let calls: any FileCalls

    /// The prefix of temporary files, which a crash can leave behind.
    static let temporaryPrefix = Array(".tmp-".utf8)

    /// Reads a whole file that is at most as large as a limit.
    ///
    /// - Parameters:
    ///   - name: The name of the file.
    ///   - folder: The folder of the file.
    ///   - limit: The maximum size. At most one byte beyond it is read, also from a file that grows.
    ///   - followsLinks: Whether to follow a link that stays in the folder.
    /// - Returns: The contents and the attributes of the file.
    /// - Throws: `FileError`, with `notRegular` for a file that is not opened at all.
    func read(
        _ name: FileName,
        in folder: FileHandle,
        limit: Int,
        followsLinks: Bool = false
    ) throws(FileError) -> (bytes: [UInt8], attributes: FileAttributes) {
        // Opening a FIFO or a device can have effects, so look first.
        let found = try self.calls.attributes(of: name, in: folder, followsLinks: followsLinks)
        guard found.kind != .link else {
            throw .link
        }
        guard found.kind == .regular else {
            throw .notRegular
        }
        let file = try self.calls.open(name, in: folder, followsLinks ? .readFollowingLinks : .read)
        defer { self.calls.close(file) }
        return try self.read(file, limit: limit)
    }

    /// Reads a whole file at any path, such as an upload.
    ///
    /// - Parameters:
    ///   - path: The path, which the system gets unchanged.
    ///   - limit: The maximum size. At most one byte beyond it is read.
    /// - Returns: The contents of the file.
    /// - Throws: `FileError` if the file is not a regular one, is too large, or cannot be read.
    func read(at path: String, limit: Int) throws(FileError) -> [UInt8] {
        let file = try self.calls.openFile(at: path)
        defer { self.calls.close(file) }
        return try self.read(file, limit: limit).bytes
    }

    private func read(_ file: FileHandle, limit: Int) throws(FileError) -> (bytes: [UInt8], attributes: FileAttributes)
    {
        let attributes = try self.calls.attributes(of: file)
        guard attributes.kind == .regular else {
            throw .notRegular
        }
        guard attributes.size <= Int64(limit) else {
            throw .tooLarge
        }
        let bytes = try self.readAll(file, limit: limit, expecting: Int(attributes.size))
        guard bytes.count <= limit else {
            throw .tooLarge
        }
        // Another process cuts the file, or the disk does not return all of it.
        guard Int64(bytes.count) >= attributes.size else {
            throw .changed
        }
        return (bytes, attributes)
    }

    /// Reads to the end of a file, or to one byte beyond a limit.
    ///
    /// - Parameters:
    ///   - file: The open file.
    ///   - limit: The maximum size.
    ///   - size: The size that the file probably has.
    /// - Returns: The contents.
    /// - Throws: `FileError` if the file cannot be read.
    func readAll(_ file: FileHandle, limit: Int, expecting size: Int = 0) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        // An array that grows would leave a copy behind.
        bytes.reserveCapacity(size + 1)
        while bytes.count <= limit {
            let count = bytes.count <= size ? size + 1 - bytes.count : 65_536
            var next = try self.calls.read(file, atMost: min(limit + 1 - bytes.count, count))
            defer { NodeKey.overwrite(&next) }
            guard !next.isEmpty else {
                break
            }
            bytes += next
        }
        return bytes
    }

    /// Opens a regular file for writing at its end, or creates it.
    ///
    /// A FIFO or a device that someone has put there is not opened.
    func openForAppending(_ name: FileName, in folder: FileHandle, mode: UInt32) throws(FileError) -> FileHandle {
        do throws(FileError) {
            switch try self.calls.attributes(of: name, in: folder, followsLinks: false).kind {
            case .regular: return try self.calls.open(name, in: folder, .append(mode: mode))
            case .link: throw FileError.link
            default: throw FileError.notRegular
            }
        } catch {
            guard error.isMissing else {
                throw error
            }
        }
        do throws(FileError) {
            // Only a file that is certainly new gets another owner.
            let file = try self.calls.open(name, in: folder, .create(mode: mode))
            self.calls.setOwner(of: file, asOf: folder)
            self.calls.close(file)
        } catch {
            guard error.isExisting else {
                throw error
            }
        }
        return try self.calls.open(name, in: folder, .append(mode: mode))
    }

    /// Writes all bytes, however many calls it takes.
    func writeAll(_ bytes: [UInt8], to file: FileHandle) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try self.calls.write(rest, to: file)
            guard count > 0 else {
                throw .writtenWrong
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Writes a temporary file, reads it back, and has the disk confirm it.
    ///
    /// - Parameters:
    ///   - bytes: The contents.
    ///   - folder: The folder of the file.
    ///   - mode: The permissions of the file, which do not depend on the process's mask.
    /// - Returns: The name of the temporary file.
    /// - Throws: `FileError` if the file could not be written. It is removed then.
    func prepare(_ bytes: [UInt8], in folder: FileHandle, mode: UInt32) throws(FileError) -> FileName {
        let name = FileName(Self.temporaryPrefix + Array(String(UInt64.random(in: .min ... .max), radix: 36).utf8))
        let file = try self.calls.open(name, in: folder, .create(mode: 0o600))
        do throws(FileError) {
            defer { self.calls.close(file) }
            try self.writeAll(bytes, to: file)
            // A disk that lies about a write shows it here, before the file replaces a good one.
            try self.calls.rewind(file)
            var written = try self.readAll(file, limit: bytes.count, expecting: bytes.count)
            defer { NodeKey.overwrite(&written) }
            guard written == bytes else {
                throw FileError.writtenWrong
            }
            self.calls.setOwner(of: file, asOf: folder)
            try self.calls.setMode(mode, of: file)
            try self.calls.sync(file)
        } catch {
            try? self.calls.remove(name, in: folder)
            throw error
        }
        return name
    }

    /// Replaces a file, so that a crash leaves the old or the new contents, and has the disk confirm it.
    ///
    /// - Throws: `FileError`. The file has the old contents, or the new ones if only the last confirmation failed.
    func replace(_ name: FileName, in folder: FileHandle, with bytes: [UInt8], mode: UInt32) throws(FileError) {
        try self.replaceUnconfirmed(name, in: folder, with: bytes, mode: mode)
        try self.calls.sync(folder)
    }

    /// Replaces a file, so that a crash leaves the old or the new contents, which the disk need not confirm.
    ///
    /// - Throws: `FileError` if the file has the old contents.
    func replaceUnconfirmed(
        _ name: FileName,
        in folder: FileHandle,
        with bytes: [UInt8],
        mode: UInt32
    ) throws(FileError) {
        let temporary = try self.prepare(bytes, in: folder, mode: mode)
        do {
            try self.calls.rename(temporary, to: name, in: folder)
        } catch {
            try? self.calls.remove(temporary, in: folder)
            throw error
        }
    }

    /// Removes the temporary files that crashed processes left.
    ///
    /// The caller has the lock of the folder.
    func sweep(_ folder: FileHandle) {
        for name in (try? self.calls.names(in: folder)) ?? [] where name.bytes.starts(with: Self.temporaryPrefix) {
            try? self.calls.remove(name, in: folder)
        }
    }
}
