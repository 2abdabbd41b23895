import ArgumentParser
import Foundation
import LicenseIssuing
import Licensing

/// An argument that names a regular file, or standard input with `-`.
struct InputFile: ExpressibleByArgument {
    /// An error that explains why a file cannot be read.
    struct ReadError: Error {
        /// The explanation in English and Simplified Chinese.
        let text: LocalizedText

        /// The explanation in English.
        var message: String {
            self.text.english
        }

        init(_ english: String, _ simplifiedChinese: String) {
            self.text = LocalizedText(english, [.simplifiedChinese: simplifiedChinese])
        }
    }

    /// The maximum size of licenses and keys in bytes.
    ///
    /// The commands read one more byte to detect files that are too large.
    private static let maximumSize = 256 * 1_024

    let name: FileName

    init(_ name: FileName) {
        self.name = name
    }

    init(argument: String) {
        self.init(FileName(argument: argument))
    }

    /// Whether the argument names standard input.
    var isStandardInput: Bool {
        self.name.bytes == Array("-".utf8)
    }

    /// Reads the file, up to one byte more than the maximum size.
    ///
    /// - Throws: `ReadError` if the file cannot be read.
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

    /// Reads a secret from the file without creating other copies of it.
    ///
    /// - Returns: The secret, and the file's permissions or `nil` for standard input.
    /// - Throws: `ReadError` if the file cannot be read.
    func readSecret() throws(ReadError) -> (SecretBytes, mode: mode_t?) {
        try self.withDescriptor { descriptor, mode throws(ReadError) in
            let secret = try SecretBytes(capacity: Self.maximumSize + 1) { output throws(ReadError) in
                while output.freeCapacity > 0 {
                    let count = output.withUnsafeMutableBufferPointer { buffer, position -> Int? in
                        let rawBuffer = UnsafeMutableRawBufferPointer(buffer)
                        let count = descriptor.fill(.init(rebasing: rawBuffer[position...]))
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
        ReadError(
            "The file '\(self.name)' cannot be read. Check its path and permissions.",
            "无法读取文件“\(self.name)”。请检查其路径和权限。"
        )
    }

    /// Opens the file and calls a function with its descriptor and permissions, which are `nil` for standard input.
    private func withDescriptor<Result>(
        _ body: (Descriptor, mode_t?) throws(ReadError) -> Result
    ) throws(ReadError) -> Result {
        guard !self.isStandardInput else {
            return try body(.standardInput, nil)
        }
        // O_NONBLOCK: opening a named pipe must not wait for a writer. O_NOCTTY: a terminal must not become the
        // controlling terminal of the process.
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
                "'\(self.name)' is not a regular file. Specify a regular file, or '-' for standard input.",
                "“\(self.name)”不是普通文件。请指定普通文件，或用“-”表示标准输入。"
            )
        }
        return try body(Descriptor(number: number), status.st_mode & 0o7777)
    }
}
