import ArgumentParser
import Foundation
import LicenseIssuing

/// A regular file that an argument names, or standard input for `-`, whatever that is.
struct InputFile: ExpressibleByArgument {
    /// Why a file cannot be read.
    struct ReadError: Error {
        let message: String
    }

    /// The most bytes that licenses and keys have: one more shows that a file is too large.
    private static let maximumSize = 256 * 1_024

    let name: FileName

    init(_ name: FileName) {
        self.name = name
    }

    init(argument: String) {
        self.init(FileName(argument: argument))
    }

    /// Reads at most one byte more than a file may have.
    ///
    /// - Throws: Why not.
    func read() throws(ReadError) -> [UInt8] {
        try self.withDescriptor { descriptor, _ throws(ReadError) in
            var bytes = [UInt8](repeating: 0, count: Self.maximumSize + 1)
            var position = 0
            while position < bytes.count {
                guard let count = bytes.withUnsafeMutableBytes({ descriptor.fill(.init(rebasing: $0[position...])) })
                else {
                    throw self.unreadable
                }
                guard count > 0 else {
                    break
                }
                position += count
            }
            return Array(bytes[..<position])
        }
    }

    /// Reads a secret, of which no other copy is made.
    ///
    /// - Returns: The secret, and the file's permissions where it is not standard input.
    /// - Throws: Why not.
    func readSecret() throws(ReadError) -> (SecretBytes, mode: mode_t?) {
        try self.withDescriptor { descriptor, mode throws(ReadError) in
            let secret = try SecretBytes(capacity: Self.maximumSize + 1) { output throws(ReadError) in
                while output.freeCapacity > 0 {
                    let count = output.withUnsafeMutableBufferPointer { buffer, position -> Int? in
                        let room = UnsafeMutableRawBufferPointer(buffer)
                        let count = descriptor.fill(.init(rebasing: room[position...]))
                        position += count ?? 0
                        return count
                    }
                    guard let count else {
                        throw self.unreadable
                    }
                    guard count > 0 else {
                        break
                    }
                }
            }
            return (secret, mode)
        }
    }

    private var unreadable: ReadError {
        ReadError(message: "The file '\(self.name)' cannot be read. Check its path and its permissions.")
    }

    /// Opens the file for as long as a function runs, which also gets its permissions where it is not standard input.
    private func withDescriptor<Result>(
        _ body: (Descriptor, mode_t?) throws(ReadError) -> Result
    ) throws(ReadError) -> Result {
        guard self.name.bytes != Array("-".utf8) else {
            return try body(.standardInput, nil)
        }
        // Else a named pipe would wait for a writer, and a terminal could become the process's own.
        let number = self.name.withPointer { open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
        guard number >= 0 else {
            throw self.unreadable
        }
        defer { close(number) }
        var status = stat()
        guard fstat(number, &status) == 0 else {
            throw self.unreadable
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ReadError(
                message: "'\(self.name)' is not a regular file. Name one, or give '-' to read from standard input."
            )
        }
        return try body(Descriptor(number: number), status.st_mode & 0o7777)
    }
}
