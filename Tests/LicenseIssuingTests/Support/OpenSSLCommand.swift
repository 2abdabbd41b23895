import Foundation
import Testing

/// The openssl command, an implementation that is independent of this library.
enum OpenSSLCommand {
    /// Runs shell commands, such as openssl, in a temporary folder.
    ///
    /// - Parameters:
    ///   - commands: The script for the shell.
    ///   - files: The contents of files to create in the folder, by name.
    /// - Returns: The standard output of the script.
    /// - Throws: An error if a command fails, other than one before the last of a pipeline.
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
