import Foundation

/// A folder that a command creates files in.
struct Folder {
    let name: FileName

    /// Creates a value for the folder that contains a file or folder.
    init(of name: FileName) {
        let slash = UInt8(ascii: "/")
        let path = name.bytes[..<(name.bytes.lastIndex { $0 != slash } ?? 0)]
        let parent = path.lastIndex(of: slash).map { path[...$0] } ?? [UInt8(ascii: ".")]
        self.name = FileName(bytes: Array(parent))
    }

    init(_ name: FileName) {
        self.name = name
    }

    /// Returns the path of a file in the folder.
    func file(_ file: String) -> FileName {
        let separator = self.name.bytes.last == UInt8(ascii: "/") ? "" : "/"
        return FileName(bytes: self.name.bytes + Array((separator + file).utf8))
    }

    /// Creates the folder and its parent folders if they do not exist, accessible only to their owner.
    ///
    /// - Throws: `OutputFile.WriteError` if a folder cannot be created.
    func make() throws(OutputFile.WriteError) {
        let bytes = self.name.bytes
        let slash = UInt8(ascii: "/")
        for end in bytes.indices where bytes[end] != slash && (end + 1 == bytes.count || bytes[end + 1] == slash) {
            let part = FileName(bytes: Array(bytes[...end]))
            if part.withPointer({ mkdir($0, 0o700) }) == 0 {
                try Folder(of: part).sync()
            }
        }
        var status = stat()
        guard self.name.withPointer({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw OutputFile.WriteError(message: "The folder '\(self.name)' cannot be created. Check its path.")
        }
    }

    /// Flushes the folder's list of files to disk.
    ///
    /// - Throws: `OutputFile.WriteError` if that fails.
    func sync() throws(OutputFile.WriteError) {
        let descriptor = self.name.withPointer { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        let isSynced = descriptor >= 0 && fsync(descriptor) == 0
        if descriptor >= 0 {
            close(descriptor)
        }
        guard isSynced else {
            throw OutputFile.WriteError(
                message: "The files were created, but their folder '\(self.name)' cannot be flushed to disk. They may"
                    + " be missing after a power failure. Check the disk before you rely on them."
            )
        }
    }
}
