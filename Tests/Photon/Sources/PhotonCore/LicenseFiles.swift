import Foundation
import Licensing
import Logging

/// A folder with Photon's license files and the saved time.
public struct LicenseFiles: Sendable {
    private let licenses: URL
    private let time: URL

    /// Opens a folder, and creates it if it does not exist.
    public init(_ folder: URL) throws {
        self.licenses = folder.appending(path: "licenses", directoryHint: .isDirectory)
        self.time = folder.appending(path: "time.json")
        try FileManager.default.createDirectory(at: self.licenses, withIntermediateDirectories: true)
    }

    /// Returns the licenses of all files that end with `.lic`.
    ///
    /// A file that is refused is logged, and does not prevent the server from starting.
    public func licenses(_ verifier: LicenseVerifier, _ logger: Logger) throws -> [License] {
        try FileManager.default.contentsOfDirectory(at: self.licenses, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "lic" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .flatMap { file in
                do {
                    return try verifier.verify(contents: try Data(contentsOf: file)).licenses
                } catch {
                    logger.error("The license file \(file.lastPathComponent) is not used: \(error)")
                    return []
                }
            }
    }

    /// Saves each license of a file in a separate file that is named after its digest: all of them, or none.
    func save(_ file: VerifiedFile) throws {
        var written: [URL] = []
        do {
            for entry in file.entries {
                let url = self.licenses.appending(path: "\(entry.license.payloadDigest).lic")
                let isNew = !FileManager.default.fileExists(atPath: url.path)
                try Data(entry.source).write(to: url, options: .atomic)
                written += isNew ? [url] : []
            }
        } catch {
            for url in written {
                try? FileManager.default.removeItem(at: url)
            }
            throw error
        }
    }

    /// Returns the saved time.
    ///
    /// If there is no file, this is the first start. A file that cannot be read is an error, not a first start.
    public func trustedClock() throws -> TrustedClock {
        guard FileManager.default.fileExists(atPath: self.time.path) else {
            return .firstStart
        }
        return try JSONDecoder().decode(TrustedClock.self, from: try Data(contentsOf: self.time))
    }

    /// Saves the time unless a later one is already saved.
    func save(_ clock: TrustedClock) throws {
        let latest = TrustedClock.latest(of: [try self.trustedClock(), clock])
        try JSONEncoder().encode(latest).write(to: self.time, options: .atomic)
    }
}
