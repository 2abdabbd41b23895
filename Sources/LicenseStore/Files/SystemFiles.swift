import CLicenseSystem

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The files of the machine.
struct SystemFiles: FileCalls {
    func openFolder(at path: String) throws(FileError) -> FileHandle {
        try Self.handle { unsafe CLicenseSystem_open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) }
    }

    func openFolder(_ name: FileName, in folder: FileHandle) throws(FileError) -> FileHandle {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        return try Self.handle { unsafe CLicenseSystem_open(folder.number, Self.path(name), flags, 0) }
    }

    func makeFolder(at path: String, mode: UInt32) throws(FileError) {
        try Self.call { unsafe mkdir(path, mode_t(mode)) }
    }

    func makeFolder(_ name: FileName, in folder: FileHandle, mode: UInt32) throws(FileError) {
        try Self.call { unsafe mkdirat(folder.number, Self.path(name), mode_t(mode)) }
    }

    func attributes(of name: FileName, in folder: FileHandle, followsLinks: Bool) throws(FileError) -> FileAttributes {
        var status = stat()
        try Self.call { unsafe fstatat(folder.number, Self.path(name), &status, AT_SYMLINK_NOFOLLOW) }
        let attributes = Self.attributes(status)
        guard attributes.kind == .link, followsLinks else {
            return attributes
        }
        // Finds the file without opening it, so that a device behind a link does not notice.
        let file = try self.openBeneath(name, in: folder, CLicenseSystem_O_PATH | O_CLOEXEC)
        defer { self.close(file) }
        return try self.attributes(of: file)
    }

    func attributes(of file: FileHandle) throws(FileError) -> FileAttributes {
        var status = stat()
        try Self.call { unsafe fstat(file.number, &status) }
        return Self.attributes(status)
    }

    func open(_ name: FileName, in folder: FileHandle, _ access: FileAccess) throws(FileError) -> FileHandle {
        let common = O_CLOEXEC | O_NOCTTY | O_NONBLOCK
        switch access {
        case .read:
            return try Self.handle {
                unsafe CLicenseSystem_open(folder.number, Self.path(name), common | O_RDONLY | O_NOFOLLOW, 0)
            }
        case .readFollowingLinks:
            return try self.openBeneath(name, in: folder, common | O_RDONLY)
        case .create(let mode):
            let flags = common | O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW
            return try Self.handle {
                unsafe CLicenseSystem_open(folder.number, Self.path(name), flags, mode_t(mode))
            }
        case .append(let mode):
            let flags = common | O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW
            return try Self.handle {
                unsafe CLicenseSystem_open(folder.number, Self.path(name), flags, mode_t(mode))
            }
        }
    }

    func openFile(at path: String) throws(FileError) -> FileHandle {
        var status = stat()
        try Self.call { unsafe stat(path, &status) }
        guard Self.attributes(status).kind == .regular else {
            throw .notRegular
        }
        let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK
        return try Self.handle { unsafe CLicenseSystem_open(AT_FDCWD, path, flags, 0) }
    }

    func close(_ file: FileHandle) {
        // A close that a signal interrupts has closed the file on Linux.
        #if canImport(Glibc)
        _ = Glibc.close(file.number)
        #elseif canImport(Musl)
        _ = Musl.close(file.number)
        #else
        _ = Darwin.close(file.number)
        #endif
    }

    func read(_ file: FileHandle, atMost count: Int) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let size = try Self.call { unsafe systemRead(file.number, &bytes, count) }
        bytes.removeLast(count - size)
        return bytes
    }

    func write(_ bytes: ArraySlice<UInt8>, to file: FileHandle) throws(FileError) -> Int {
        try Self.call { unsafe bytes.withUnsafeBytes { unsafe systemWrite(file.number, $0.baseAddress, $0.count) } }
    }

    func rewind(_ file: FileHandle) throws(FileError) {
        try Self.call { Int(lseek(file.number, 0, SEEK_SET)) }
    }

    var user: UInt32 {
        geteuid()
    }

    func setOwner(of file: FileHandle, asOf folder: FileHandle) {
        var status = stat()
        if self.user == 0, unsafe fstat(folder.number, &status) == 0 {
            // A file system that has no owners refuses it, and root can read the file all the same.
            _ = fchown(file.number, status.st_uid, status.st_gid)
        }
    }

    func setMode(_ mode: UInt32, of file: FileHandle) throws(FileError) {
        try Self.call { fchmod(file.number, mode_t(mode)) }
    }

    func sync(_ file: FileHandle) throws(FileError) {
        try Self.call { fsync(file.number) }
    }

    func rename(_ name: FileName, to newName: FileName, in folder: FileHandle) throws(FileError) {
        try Self.call { unsafe renameat(folder.number, Self.path(name), folder.number, Self.path(newName)) }
    }

    func remove(_ name: FileName, in folder: FileHandle) throws(FileError) {
        try Self.call { unsafe unlinkat(folder.number, Self.path(name), 0) }
    }

    func names(in folder: FileHandle) throws(FileError) -> [FileName] {
        // Reading the names closes the descriptor, so it needs one of its own.
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        let copy = try Self.handle { unsafe CLicenseSystem_open(folder.number, ".", flags, 0) }
        var opened = unsafe fdopendir(copy.number)
        while unsafe opened == nil, errno == EINTR {
            unsafe opened = fdopendir(copy.number)
        }
        guard let stream = unsafe opened else {
            let error = FileError(number: errno)
            self.close(copy)
            throw error
        }
        defer { unsafe closedir(stream) }
        var names: [FileName] = []
        while true {
            // Only the error number tells the end of the names from an error.
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                switch errno {
                case 0: return names
                case EINTR: continue
                case let number: throw FileError(number: number)
                }
            }
            let bytes = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { name in
                unsafe Array(name.prefix { $0 != 0 })
            }
            if bytes != [0x2E], bytes != [0x2E, 0x2E] {
                names.append(FileName(bytes))
            }
        }
    }

    func tryLock(_ file: FileHandle) throws(FileError) -> Bool {
        do {
            try Self.call { CLicenseSystem_try_lock(file.number) }
            return true
        } catch {
            guard error.number == EWOULDBLOCK else {
                throw error
            }
            return false
        }
    }

    func pause(milliseconds: Int) {
        usleep(UInt32(milliseconds) * 1_000)
    }
}

// The differences between the system's types and those of the store.
extension SystemFiles {
    private func openBeneath(_ name: FileName, in folder: FileHandle, _ flags: Int32) throws(FileError) -> FileHandle {
        do {
            return try Self.handle { unsafe CLicenseSystem_open_beneath(folder.number, Self.path(name), flags) }
        } catch {
            switch error.number {
            case EXDEV, ELOOP: throw .link
            // An old kernel, or a sandbox that does not know the call: open the file unless it is a link.
            case ENOSYS, EPERM: return try self.openUnlessLink(name, in: folder, flags)
            default: throw error
            }
        }
    }

    private func openUnlessLink(_ name: FileName, in folder: FileHandle, _ flags: Int32) throws(FileError) -> FileHandle
    {
        do {
            let flags = flags & ~CLicenseSystem_O_PATH | O_NOFOLLOW | O_NONBLOCK
            return try Self.handle { unsafe CLicenseSystem_open(folder.number, Self.path(name), flags, 0) }
        } catch {
            throw error.number == ELOOP ? .link : error
        }
    }

    private static func path(_ name: FileName) -> [CChar] {
        name.bytes.map { CChar(bitPattern: $0) } + [0]
    }

    private static func handle(_ body: () -> Int32) throws(FileError) -> FileHandle {
        FileHandle(number: try self.call(body))
    }

    /// Makes a system call, and repeats it while signals interrupt it.
    @discardableResult
    private static func call<Result: SignedInteger>(_ body: () -> Result) throws(FileError) -> Result {
        while true {
            let result = body()
            guard result == -1 else {
                return result
            }
            guard errno == EINTR else {
                throw FileError(number: errno)
            }
        }
    }

    private static func attributes(_ status: stat) -> FileAttributes {
        let kind: FileAttributes.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        return FileAttributes(
            kind: kind,
            size: Int64(status.st_size),
            mode: UInt32(status.st_mode & 0o7777),
            owner: status.st_uid
        )
    }
}

private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
    unsafe read(file, bytes, count)
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(file, bytes, count)
}
