import ArgumentParser
import Foundation

/// A file that an argument names, or standard input for `-`.
struct InputFile: ExpressibleByArgument {
    /// Why a file cannot be read.
    struct ReadError: Error {
        let message: String
    }

    /// The most bytes that licences and keys have: one more shows that a file is too large.
    private static let maximumSize = 256 * 1_024

    let path: String

    init(_ path: String) {
        self.path = path
    }

    init?(argument: String) {
        self.init(argument)
    }

    /// Reads at most one byte more than a file may have.
    func read() throws(ReadError) -> [UInt8] {
        do {
            let url = URL(fileURLWithPath: self.path)
            let file = self.path == "-" ? FileHandle.standardInput : try FileHandle(forReadingFrom: url)
            var bytes: [UInt8] = []
            while bytes.count <= Self.maximumSize,
                let next = try file.read(upToCount: Self.maximumSize + 1 - bytes.count), !next.isEmpty
            {
                bytes += next
            }
            return bytes
        } catch {
            throw ReadError(message: "The file '\(self.path)' cannot be read. Check its path and its permissions.")
        }
    }
}

/// Writes a message for people.
func printError(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
}
