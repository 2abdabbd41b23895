import Foundation

/// A file descriptor whose failures are returned as results.
///
/// Foundation's `FileHandle` ends the process if some of its writes fail.
struct Descriptor {
    static let standardInput = Descriptor(number: STDIN_FILENO)
    static let standardOutput = Descriptor(number: STDOUT_FILENO)
    static let standardError = Descriptor(number: STDERR_FILENO)

    let number: CInt

    /// Reads available bytes with a single successful call to `read`.
    ///
    /// - Parameter buffer: The buffer to read into.
    /// - Returns: The number of bytes that were read, 0 at the end of the file, or `nil` if reading fails.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
        while true {
            let count = read(self.number, buffer.baseAddress, buffer.count)
            if count >= 0 {
                return count
            }
            guard self.canTryAgain(for: POLLIN) else {
                return nil
            }
        }
    }

    /// Writes all of the given bytes.
    ///
    /// - Parameter bytes: The bytes to write.
    /// - Returns: Whether all bytes were written.
    func writeAll(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = write(self.number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count == 0 || !self.canTryAgain(for: POLLOUT) {
                return false
            }
        }
        return true
    }

    /// Returns whether to retry the system call that just failed.
    ///
    /// A call is retried if it was interrupted. For a nonblocking standard stream, this method first waits until the
    /// stream is ready. It does not wait for other files.
    private func canTryAgain(for event: Int32) -> Bool {
        switch errno {
        case EINTR:
            return true
        case EAGAIN where self.number <= STDERR_FILENO:
            var entry = pollfd(fd: self.number, events: Int16(event), revents: 0)
            return poll(&entry, 1, -1) >= 0 || errno == EINTR
        default:
            return false
        }
    }
}
