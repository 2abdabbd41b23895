import Foundation

/// The installed Swift compiler, for tests of sources that must not compile.
struct Compiler {
    /// The compiler on the search path, or an error that describes what is missing.
    static let installed = Result { try Compiler() }

    /// Whether the compiler is available or what is missing, as the comment of a skipped test.
    static var availability: String {
        switch self.installed {
        case .success: "the compiler is available"
        case .failure(let missing): "\(missing)"
        }
    }

    static var isAvailable: Bool {
        (try? self.installed.get()) != nil
    }

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// The result of type-checking a source.
    struct Outcome {
        let succeeded: Bool
        let diagnostics: String
    }

    private let executable: URL
    private let modules: URL

    private init() throws {
        self.executable = try Self.findCompiler()
        self.modules = try Self.findModules()
    }

    /// Type-checks a source as part of another package, which imports the modules of this package.
    func typecheck(_ source: String) async throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: "must-not-compile-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appending(path: "source.swift")
        try Data(source.utf8).write(to: input)
        // Use a file, because the compiler blocks when the buffer of a pipe is full.
        let output = folder.appending(path: "diagnostics.txt")
        try Data().write(to: output)
        let handle = try FileHandle(forWritingTo: output)

        let process = Process()
        process.executableURL = self.executable
        process.arguments = [
            "-typecheck", "-swift-version", "6", "-package-name", "other", "-enable-upcoming-feature",
            "MemberImportVisibility", "-I", self.modules.path, input.path,
        ]
        process.arguments? += Self.moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] }
        process.standardOutput = handle
        process.standardError = handle
        let status = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
        try handle.close()
        let diagnostics = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        return Outcome(succeeded: status == 0, diagnostics: diagnostics)
    }

    /// Type-checks the bodies of several functions after some declarations, and returns the errors for each body.
    ///
    /// The compiler runs only once.
    func diagnostics(of bodies: [String], after declarations: String) async throws -> [String] {
        var source = declarations + "\n"
        var lines: [ClosedRange<Int>] = []
        for (index, body) in bodies.enumerated() {
            let first = source.count { $0 == "\n" } + 1
            source += "func body\(index)() throws {\n\(body)\n}\n"
            lines.append(first...source.count { $0 == "\n" })
        }
        let outcome = try await self.typecheck(source)
        let errors = outcome.diagnostics.split(separator: "\n").filter { $0.contains(": error: ") }
        return lines.map { lines in
            errors.filter { error in
                error.split(separator: ":").dropFirst().first.flatMap { Int($0) }.map(lines.contains) ?? false
            }
            .joined(separator: "\n")
        }
    }

    /// The module maps of C headers, which some modules of this package import.
    private static let moduleMaps = ["CLicenseOpenSSL", "CLicenseSystem"]
        .map { module in
            URL(filePath: #filePath)
                .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
                .appending(path: "Sources/\(module)/module.modulemap")
        }

    private static func findCompiler() throws -> URL {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        for folder in path.split(separator: ":") {
            let candidate = URL(filePath: String(folder)).appending(path: "swiftc")
            if FileManager.default.isExecutableFile(atPath: candidate.path) {
                return candidate
            }
        }
        throw Missing(description: "no swiftc is on the PATH")
    }

    /// Returns the folder of the modules that this test was built with, next to its executable or some folders up.
    private static func findModules() throws -> URL {
        let executables =
            [URL(filePath: "/proc/self/exe").resolvingSymlinksInPath(), Bundle.main.executableURL]
            + CommandLine.arguments.filter { $0.contains(".xctest") }.map { URL(filePath: $0) }
        for executable in executables.compactMap(\.self) {
            var folder = executable
            for _ in 0..<6 {
                folder = folder.deletingLastPathComponent()
                for candidate in [folder.appending(path: "Modules"), folder] {
                    let module = candidate.appending(path: "LicenseModel.swiftmodule")
                    if FileManager.default.fileExists(atPath: module.path) {
                        return candidate
                    }
                }
            }
        }
        throw Missing(description: "no LicenseModel.swiftmodule is near the test's executable")
    }
}
