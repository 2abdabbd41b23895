import ArgumentParser
import Foundation

/// A file that a command makes, and never one that is there already.
struct OutputFile: ExpressibleByArgument {
    /// Why a file cannot be made.
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

    /// The folder that the file is in, to be written through to the disk after it.
    var folder: Folder {
        Folder(of: self.name)
    }

    /// Makes the file and writes it through to the disk.
    ///
    /// - Parameters:
    ///   - bytes: What is written.
    ///   - mode: The file's permissions, from which the process's mask is taken.
    /// - Throws: Why not.
    func create(_ bytes: borrowing Span<UInt8>, mode: mode_t) throws(WriteError) {
        let number = self.name.withPointer { open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode) }
        guard number >= 0 else {
            throw WriteError(
                message: errno == EEXIST
                    ? "The file '\(self.name)' is there already. It is left as it is; choose another name."
                    : "The file '\(self.name)' cannot be made. Check its path and its permissions."
            )
        }
        let isWritten = bytes.withUnsafeBytes { Descriptor(number: number).writeAll($0) } && fsync(number) == 0
        guard close(number) == 0, isWritten else {
            self.remove()
            throw WriteError(message: "The file '\(self.name)' cannot be written. Check that there is room left.")
        }
    }

    /// Makes the file with a text.
    func create(_ text: String, mode: mode_t) throws(WriteError) {
        try self.create(Array(text.utf8).span, mode: mode)
    }

    /// Removes the file that was made.
    func remove() {
        _ = self.name.withPointer { unlink($0) }
    }
}
