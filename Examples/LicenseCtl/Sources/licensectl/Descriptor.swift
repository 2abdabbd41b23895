import Foundation

/// A file that is open, by its number.
///
/// Foundation's `FileHandle` ends the process where some of its writes fail. Here every failure is a result.
struct Descriptor {
    static let standardInput = Descriptor(number: STDIN_FILENO)
    static let standardOutput = Descriptor(number: STDOUT_FILENO)
    static let standardError = Descriptor(number: STDERR_FILENO)

    let number: CInt

    /// Reads once, as much as there is and fits.
    ///
    /// - Parameter buffer: Where the bytes go.
    /// - Returns: How many bytes came, 0 at the end of the file, or `nil` where reading fails.
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

    /// Writes everything.
    ///
    /// - Parameter bytes: The bytes.
    /// - Returns: Whether all of them were written.
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

    /// Whether the call that just failed may be tried again.
    ///
    /// It was interrupted, or a standard file that does not block is ready now. No other file is waited for.
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
