import Foundation
import Testing

/// The openssl command, which knows nothing of this library.
enum OpenSSLCommand {
    /// Runs it in a folder of its own, with files in it.
    ///
    /// - Parameters:
    ///   - commands: Lines for the shell.
    ///   - files: The files, by name.
    /// - Returns: What the last command wrote to standard output.
    /// - Throws: Where a command fails.
    static func run(_ commands: String, files: [String: String] = [:]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("licensing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-ec", commands]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl failed: \(commands)")
        return String(decoding: data, as: UTF8.self)
    }
}
