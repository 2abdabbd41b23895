import Foundation
import LicenseModel
import LicenseNodeKey
import LicensePolicy
import LicenseStore
import LicenseTesting
import TestSupport
import Testing

/// The node key in memory.
///
/// Tests/CommandLine/secrets.sh runs the test in a process that never reuses freed memory.
@Suite("Secrecy of the node key")
struct NodeKeySecrecyTests {
    @Test("Making and reading the node key leaves no copy in memory")
    func memory() async throws {
        // The dynamic linker saves registers when a function is called for the first time.
        try await Self.useKey(nil)
        let search = MemorySearch()
        try await Self.useKey(search)
        #expect(search.count() == 0, "\(search.matches)")
    }

    /// Makes a node key in a new folder, reads it again, and remembers a part of it.
    @inline(never)
    private static func useKey(_ search: MemorySearch?) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let licensing = try TestLicensing()
        for _ in 0..<2 {
            let folder = try await LicenseFolder.open(
                at: path,
                verifier: licensing.verifier,
                configuration: PolicyConfiguration(catalog: .testing, node: .only([]), build: .any)
            )
            try #require(folder.findings.isEmpty)
        }
        self.remember(path + "/private/node.key", search)
    }

    @inline(never)
    private static func remember(_ path: String, _ search: MemorySearch?) {
        let file = open(path, O_RDONLY)
        defer { close(file) }
        var text = [UInt8](repeating: 0, count: 128)
        #expect(read(file, &text, text.count) > 64)
        search?.remember(text.span, after: "")
        #expect(search.map { $0.count() > 0 } ?? true, "The search did not find a key that is in use")
        // secrets.sh expects the search to find this copy.
        if ProcessInfo.processInfo.environment["PLANTED_SECRET"] == nil {
            NodeKey.overwrite(&text)
        }
    }
}
