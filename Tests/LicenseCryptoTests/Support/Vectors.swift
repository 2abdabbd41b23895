import Foundation

/// Test vectors by third parties in `../shared/vectors`, next to the package and not a part of it.
enum Vectors {
    /// The folder of the vectors, or `nil` if it does not exist.
    static let folder: URL? = {
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let manifest = folder.appendingPathComponent("Package.swift")
            if FileManager.default.fileExists(atPath: manifest.path) {
                let vectors = folder.deletingLastPathComponent().appendingPathComponent("shared/vectors")
                return FileManager.default.fileExists(atPath: vectors.path) ? vectors : nil
            }
        }
        return nil
    }()

    /// Whether the vectors exist on this machine.
    static let areAvailable = Vectors.folder != nil

    /// The reason that a test gives if it is skipped because the vectors do not exist.
    static let skipReason = "../shared/vectors does not exist"

    /// Returns the bytes of a file.
    static func bytes(_ path: String) throws -> [UInt8] {
        guard let folder = self.folder else {
            throw CocoaError(.fileNoSuchFile)
        }
        return Array(try Data(contentsOf: folder.appendingPathComponent(path)))
    }

    /// Decodes a JSON file with Foundation's decoder.
    static func decode<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(try self.bytes(path)))
    }

    /// Returns the sorted names of the files in a folder, or an empty array if the vectors do not exist.
    static func names(in path: String) -> [String] {
        guard let folder = self.folder else {
            return []
        }
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
        return (names ?? []).sorted()
    }
}
