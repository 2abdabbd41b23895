#if DEBUG
import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing

@testable import LicenseStore

/// What the history says of changes that failed or were interrupted.
@Suite("History of interrupted changes")
struct InterruptedChangeTests {
    private let fixture: StoreFixture

    init() throws {
        self.fixture = try StoreFixture()
    }

    private func path(of license: License) -> String {
        "/licenses/\(LicenseSet.name(of: license))"
    }

    private func changes(_ engine: FolderEngine) throws -> [String] {
        try engine.readHistory().filter { [.install, .delete].contains($0.event) }
            .map {
                "\($0.event) \($0.licenseIDs.map(\.rawValue).joined(separator: " "))\($0.code.map { " \($0)" } ?? "")"
            }
    }

    /// Leaves the folder as a process does that dies at the last call whose description starts with a text.
    private func die(at call: String, _ change: (FolderEngine) throws -> Void) throws {
        let files = self.fixture.files
        let first = files.copy()
        try? change(try self.fixture.open(creates: false, on: first))
        let number = try #require(first.state.withLock { $0.calls.lastIndex { $0.hasPrefix(call) } })
        files.state.withLock { $0.fault = .errors(5, from: $0.calls.count + number) }
        try? change(try self.fixture.open(creates: false))
        files.state.withLock { $0.fault = nil }
    }

    @Test("A failed installation over a bad file is not in the history")
    func failedOverBadFile() throws {
        let engine = try self.fixture.open()
        let file = try self.fixture.file(.base().id("a"))
        try engine.install(file, activates: true)
        let license = try #require(engine.activeLicenses.first)
        self.fixture.files.edit(self.path(of: license)) { $0.content = Array("broken".utf8) }
        try engine.reload()
        self.fixture.files.state.withLock { state in
            state.calls = []
            state.fault = nil
        }
        let files = self.fixture.files.copy()
        try engine.install(file)
        let rename = try #require(
            self.fixture.files.state.withLock { state in
                state.calls.firstIndex { $0.hasPrefix("rename") && $0.hasSuffix(".lic") }
            }
        )
        let other = try self.fixture.open(creates: false, on: files)
        files.state.withLock { $0.fault = .error(5, at: $0.calls.count + rename) }
        let error = #expect(throws: LicenseStoreError.self) { try other.install(file) }
        #expect(error?.code == .storageFailed)
        files.state.withLock { $0.fault = nil }
        #expect(try self.changes(other) == ["install a"])
        #expect(try self.changes(engine) == ["install a", "install a"])
    }

    @Test("A process that cannot verify a file records no deletion of its license")
    func undecided() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")))
        let license = try #require(try self.fixture.open(creates: false).activeLicenses.first)
        try self.die(at: "remove \(LicenseSet.name(of: license))") { try $0.delete("a") }
        #expect(try self.changes(engine) == ["install a"])
        self.fixture.files.edit(self.path(of: license)) { $0.content = Array("broken".utf8) }
        try self.fixture.open(creates: false).reload()
        #expect(try self.changes(engine) == ["install a"])
        let source = try self.fixture.entries(.base().id("a"))[0].source
        self.fixture.files.edit(self.path(of: license)) { $0.content = source }
        try self.fixture.open(creates: false).reload()
        #expect(try self.changes(engine) == ["install a"])
        #expect(self.fixture.files.text(at: "/licenses/private/change.json") == nil)
    }

    @Test("Every change is recorded once the history can be written again")
    func severalUnrecorded() throws {
        let engine = try self.fixture.open()
        let journal = RecordingFiles.Node(kind: .folder, mode: 0o700)
        self.fixture.files.put(journal, at: "/licenses/private/history.jsonl")
        try engine.install(self.fixture.file(.base().id("a")))
        try engine.install(self.fixture.file(.plus("m").id("b")))
        self.fixture.clock.advance(seconds: 1)
        try engine.delete("a")
        self.fixture.files.take("/licenses/private/history.jsonl")
        #expect(engine.findingCodes == ["history-not-saved"])
        // What happened last is right; an installation that was deleted since shows only as that.
        #expect(try self.changes(engine) == ["install b", "delete a"])
        try engine.install(self.fixture.file(.plus("n").id("c")))
        #expect(try self.changes(engine) == ["install b", "delete a", "install c"])
        #expect(engine.findingCodes.isEmpty)
    }

    @Test("The history has an interrupted change before another change is made")
    func readAfterCrash() throws {
        let file = try self.fixture.file(.base().id("a"))
        _ = try self.fixture.open()
        try self.die(at: "open history.jsonl") { try $0.install(file) }
        let reader = try self.fixture.open(creates: false)
        #expect(reader.activeIDs == ["a"])
        #expect(try self.changes(reader) == ["install a"])
        try reader.reload()
        #expect(try self.changes(reader) == ["install a"])
    }

    @Test("A deletion by another process is one entry, and one by hand is, too")
    func deletedByAnother() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a"), .plus("m").id("b")), activates: true)
        let others = [try self.fixture.open(creates: false), try self.fixture.open(creates: false)]
        try engine.delete("b")
        for other in others {
            try other.reload()
        }
        #expect(try self.changes(engine) == ["install a b", "delete b"])
        let license = try #require(engine.activeLicenses.first)
        self.fixture.files.take(self.path(of: license))
        for other in others + [engine] {
            try other.reload()
        }
        #expect(try self.changes(engine) == ["install a b", "delete b", "delete a gone"])
        try engine.install(self.fixture.file(.base().id("a")), activates: true)
        self.fixture.files.take(self.path(of: license))
        try engine.reload()
        #expect(try self.changes(engine).suffix(2) == ["install a", "delete a gone"])
    }

    @Test("A refusal that the disk does not confirm is written once")
    func unconfirmedRefusals() throws {
        let engine = try self.fixture.open()
        for id in ["x", "y", "z"] {
            _ = try? engine.delete(try LicenseID(id))
            let files = self.fixture.files
            // Every confirmation of the private part fails.
            files.state.withLock { $0.failsSync = true }
            engine.writeRefusals()
            files.state.withLock { $0.failsSync = false }
        }
        #expect(try engine.readHistory().filter { $0.event == .refused }.map(\.count) == [1, 1, 1])
    }

    @Test("A refusal is written while another process changes the folder")
    func refusalUnderLock() throws {
        let engine = try self.fixture.open()
        _ = try? engine.delete("x")
        try engine.disk.changing(creates: false) { _ in engine.writeRefusals() }
        #expect(try self.fixture.open(creates: false).readHistory().map(\.code) == ["not-found"])
        #expect(engine.findings.isEmpty)
    }

    @Test("Many findings and long names keep the history readable and its older entries")
    func longHistory() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")))
        let name = String(repeating: "n", count: 240)
        for number in 0..<600 {
            self.fixture.files.put("", at: "/licenses/\(number)\(name).lic")
        }
        try engine.reload()
        #expect(try engine.readHistory().count { $0.event == .finding } == 256)
        for _ in 0..<3 {
            try engine.reload()
        }
        #expect(try engine.readHistory().count { $0.event == .finding } == 600)
        #expect(try self.changes(engine) == ["install a"])

        let entries = (0..<40)
            .map { number in
                LicenseHistoryEntry(
                    at: TestLicenseClock.start,
                    .refused,
                    code: "\(number)",
                    file: String(repeating: "n", count: 60_000)
                )
            }
        try engine.disk.changing(creates: false) { folder in _ = engine.record(entries, folder) }
        #expect(try engine.readHistory().suffix(40).map(\.code) == (0..<40).map { "\($0)" })
        let long = String(repeating: "n", count: 60_000)
        let request = FolderEngine.InstallRequest(contents: [], file: long)
        _ = try? engine.install(request, by: StoreFixture.admin)
        engine.writeRefusals()
        #expect(try engine.readHistory().last { $0.event == .refused }?.file?.count == 4_096)
        let installation = FolderEngine.InstallRequest(contents: try self.fixture.file(.plus("m").id("b")), file: long)
        _ = try engine.install(installation, by: StoreFixture.admin)
        #expect(try engine.readHistory().last { $0.event == .install }?.file?.count == 4_096)
    }
}
#endif
