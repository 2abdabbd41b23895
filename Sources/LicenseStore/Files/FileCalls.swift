/// The system calls that the store makes on files.
///
/// Everything above this protocol is the store's own logic. The tests replace the system by a recording one, which fails
/// at any call and computes what a crash after any call leaves on the disk.
///
/// A call that a signal interrupts is repeated by the implementation. Reads and writes can be short.
protocol FileCalls: Sendable {
    /// Opens a folder by its path, following links.
    func openFolder(at path: String) throws(FileError) -> FileHandle

    /// Opens a folder in a folder, without following a link.
    func openFolder(_ name: FileName, in folder: FileHandle) throws(FileError) -> FileHandle

    /// Creates a folder at a path.
    func makeFolder(at path: String, mode: UInt32) throws(FileError)

    /// Creates a folder in a folder.
    func makeFolder(_ name: FileName, in folder: FileHandle, mode: UInt32) throws(FileError)

    /// Returns what a file is, without opening it for reading.
    ///
    /// - Parameters:
    ///   - name: The name of the file.
    ///   - folder: The folder of the file.
    ///   - followsLinks: Whether a link is followed, if it stays in the folder. Otherwise the result describes the link.
    /// - Returns: What the file is.
    /// - Throws: `FileError`, with `link` for a link that leaves the folder.
    func attributes(of name: FileName, in folder: FileHandle, followsLinks: Bool) throws(FileError) -> FileAttributes

    /// Returns what an open file is.
    func attributes(of file: FileHandle) throws(FileError) -> FileAttributes

    /// Opens a file in a folder.
    func open(_ name: FileName, in folder: FileHandle, _ access: FileAccess) throws(FileError) -> FileHandle

    /// Opens a file at any path for reading, following links.
    func openFile(at path: String) throws(FileError) -> FileHandle

    /// Closes a file or folder, ignoring errors.
    func close(_ file: FileHandle)

    /// Reads at most a number of bytes, or none at the end of the file.
    func read(_ file: FileHandle, atMost count: Int) throws(FileError) -> [UInt8]

    /// Writes some of the bytes, at least one.
    ///
    /// - Returns: The number of bytes that were written.
    func write(_ bytes: ArraySlice<UInt8>, to file: FileHandle) throws(FileError) -> Int

    /// Moves to the start of a file, for reading what was written.
    func rewind(_ file: FileHandle) throws(FileError)

    /// The user ID with which the process uses files.
    var user: UInt32 { get }

    /// Gives a new file the owner and group of its folder, if the process may do so.
    ///
    /// Without that, a file that root makes is closed to the product whose folder it is.
    func setOwner(of file: FileHandle, asOf folder: FileHandle)

    /// Sets the permissions of a file or folder.
    func setMode(_ mode: UInt32, of file: FileHandle) throws(FileError)

    /// Writes the contents of a file, or the names in a folder, to the disk.
    func sync(_ file: FileHandle) throws(FileError)

    /// Renames a file within a folder, and replaces a file that has the new name.
    func rename(_ name: FileName, to newName: FileName, in folder: FileHandle) throws(FileError)

    /// Removes a file or link from a folder.
    func remove(_ name: FileName, in folder: FileHandle) throws(FileError)

    /// Returns the names of all files in a folder, in any order.
    func names(in folder: FileHandle) throws(FileError) -> [FileName]

    /// Takes the lock of an open file without waiting. Closing the file releases the lock.
    ///
    /// - Returns: `false` if another process or another opened file has the lock.
    func tryLock(_ file: FileHandle) throws(FileError) -> Bool

    /// Waits a moment, until another process may have released a lock.
    func pause(milliseconds: Int)
}

/// An open file or folder.
struct FileHandle: Sendable, Hashable {
    /// The number of the descriptor.
    let number: Int32
}

/// How a file is opened.
///
/// No file is opened in a way that waits, and no child process inherits it.
enum FileAccess: Sendable, Hashable {
    /// For reading, without following a link.
    case read

    /// For reading, following links that stay in the folder.
    case readFollowingLinks

    /// A new file for writing and reading it back, which must not exist.
    case create(mode: UInt32)

    /// For writing at its end and reading, created if it does not exist.
    case append(mode: UInt32)
}

/// What the store needs to know about a file.
struct FileAttributes: Sendable, Hashable {
    /// The kind of a file, as far as the store distinguishes it.
    enum Kind: Sendable {
        case regular, folder, link, other
    }

    let kind: Kind

    /// The size of the file in bytes.
    let size: Int64

    /// The permissions, the low 12 bits of the mode.
    let mode: UInt32

    /// The user ID of the file's owner.
    let owner: UInt32
}
