import Foundation

/// The vectors by others, which lie beside the package, in `../shared/vectors`, and are no part of it.
enum Vectors {
    /// Where they are, or `nil` where they are not.
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

    /// Whether they are there.
    static let areAvailable = Vectors.folder != nil

    /// What a test says that is skipped for the lack of them.
    static let absence = "shared/vectors is not beside this package"

    /// The bytes of a file.
    static func bytes(_ path: String) throws -> [UInt8] {
        guard let folder = self.folder else {
            throw CocoaError(.fileNoSuchFile)
        }
        return Array(try Data(contentsOf: folder.appendingPathComponent(path)))
    }

    /// A file of JSON, by Foundation's decoder.
    static func decode<Value: Decodable>(_ path: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(try self.bytes(path)))
    }

    /// The names of the files of a folder, sorted; none where the vectors are not there.
    static func names(in path: String) -> [String] {
        guard let folder = self.folder else {
            return []
        }
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
        return (names ?? []).sorted()
    }
}
