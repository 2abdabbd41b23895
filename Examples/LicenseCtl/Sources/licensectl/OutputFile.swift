import ArgumentParser
import Foundation

/// A file that a command creates, which never overwrites an existing file.
struct OutputFile: ExpressibleByArgument {
    /// An error that explains why a file or folder cannot be created.
    struct WriteError: Error {
        let message: String
    }

    let name: FileName

    init(_ name: FileName) {
        self.name = name
    }

    init(argument: String) {
        self.init(FileName(argument: argument))
    }

    /// The folder that contains the file.
    ///
    /// Call `sync()` on the folder after you create the file.
    var folder: Folder {
        Folder(of: self.name)
    }

    /// Creates the file and flushes it to disk.
    ///
    /// - Parameters:
    ///   - bytes: The contents of the file.
    ///   - mode: The permissions of the file. The process's umask is applied to them.
    /// - Throws: `WriteError` if the file exists or cannot be written. An incomplete file is removed.
    func create(_ bytes: borrowing Span<UInt8>, mode: mode_t) throws(WriteError) {
        let number = self.name.withPointer { open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode) }
        guard number >= 0 else {
            throw WriteError(
                message: errno == EEXIST
                    ? "The file '\(self.name)' already exists and was not changed. Choose another name."
                    : "The file '\(self.name)' cannot be created. Check its path and permissions."
            )
        }
        let isWritten = bytes.withUnsafeBytes { Descriptor(number: number).writeAll($0) } && fsync(number) == 0
        guard close(number) == 0, isWritten else {
            self.remove()
            throw WriteError(message: "The file '\(self.name)' cannot be written. Check the free disk space.")
        }
    }

    /// Creates the file with a string as its contents.
    func create(_ text: String, mode: mode_t) throws(WriteError) {
        try self.create(Array(text.utf8).span, mode: mode)
    }

    /// Removes the file after it was created.
    func remove() {
        _ = self.name.withPointer { unlink($0) }
    }
}
