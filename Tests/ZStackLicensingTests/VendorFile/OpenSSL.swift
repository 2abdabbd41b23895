import Foundation

/// The `openssl` program, a reader of signed messages that shares nothing with the library.
enum OpenSSL {
    /// Verifies the signature of a message, whoever signed it.
    ///
    /// - Parameter contents: The bytes of the message.
    /// - Returns: What the program prints, which is the content of the message, and its exit status.
    /// - Throws: An error if the program does not run.
    static func verify(_ contents: [UInt8]) throws -> (output: String, status: Int32) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("vendor-file-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(contents).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl", "cms", "-verify", "-noverify", "-text", "-in", file.path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: data, as: UTF8.self), process.terminationStatus)
    }
}
