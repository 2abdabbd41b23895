import ArgumentParser
import Foundation

/// A file that a command makes, and never one that is there already.
struct OutputFile {
    /// Why a file cannot be made.
    struct WriteError: Error {
        let message: String
    }

    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Makes the file and writes it through to the disk.
    ///
    /// - Parameters:
    ///   - bytes: What is written.
    ///   - mode: The file's permissions, from which the process's mask is taken.
    /// - Throws: Why not.
    func create(_ bytes: borrowing Span<UInt8>, mode: mode_t) throws(WriteError) {
        let descriptor = open(self.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            throw WriteError(
                message: errno == EEXIST
                    ? "The file '\(self.path)' is there already. It is left as it is; choose another name."
                    : "The file '\(self.path)' cannot be made. Check its path and its permissions."
            )
        }
        let isWritten = bytes.withUnsafeBytes { buffer in
            var position = 0
            while position < buffer.count {
                let count = write(descriptor, buffer.baseAddress?.advanced(by: position), buffer.count - position)
                if count <= 0, errno != EINTR {
                    return false
                }
                position += max(0, count)
            }
            return fsync(descriptor) == 0
        }
        guard close(descriptor) == 0, isWritten else {
            unlink(self.path)
            throw WriteError(message: "The file '\(self.path)' cannot be written. Check that there is room left.")
        }
    }

    /// Makes the file with a text.
    func create(_ text: String, mode: mode_t) throws(WriteError) {
        try self.create(Array(text.utf8).span, mode: mode)
    }
}
