#if DEBUG
import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing

@testable import LicenseStore

/// Installations of several licenses of which some are missing.
@Suite("Interrupted installations")
struct PendingInstallationsTests {
    private let fixture: StoreFixture

    init() throws {
        self.fixture = try StoreFixture()
    }

    private static let record = "/licenses/private/install.json"

    private func note(_ entries: [VerifiedFile.Entry]) -> PendingInstallations {
        PendingInstallations([entries.map { LicenseReference($0.license) }])
    }

    /// Leaves a folder in which the installation of three licenses wrote only the first two.
    private func interrupted() throws -> FolderEngine {
        let entries = try self.fixture.entries(.base().id("a"), .plus("m").id("b"), .plus("n").id("c"))
        let engine = try self.fixture.open()
        for entry in entries.dropLast() {
            try engine.install(entry.source)
        }
        let text = try #require(self.note(entries).text)
        self.fixture.files.put(String(decoding: text, as: UTF8.self), at: Self.record)
        try engine.reload()
        #expect(self.missing(engine) == [["c"]])
        return engine
    }

    private func missing(_ engine: FolderEngine) -> [[LicenseID]] {
        engine.findings.filter { $0.code == .installIncomplete }.map(\.licenseIDs)
    }

    @Test("A license that is deleted on purpose is not missing")
    func deleted() throws {
        let engine = try self.interrupted()
        try engine.delete("b")
        try engine.reload()
        #expect(self.missing(engine) == [["c"]])
        #expect(self.missing(try self.fixture.open(creates: false)) == [["c"]])
        try engine.delete("a")
        try engine.reload()
        #expect(self.missing(engine).isEmpty)
        #expect(self.fixture.files.text(at: Self.record) == nil)
    }

    @Test("Another installation does not hide what is missing", arguments: [true, false])
    func another(ofSeveral: Bool) throws {
        let engine = try self.interrupted()
        let file =
            ofSeveral
            ? try self.fixture.file(.plus("x").id("x"), .plus("y").id("y")) : try self.fixture.file(.plus("x").id("x"))
        try engine.install(file)
        try engine.reload()
        #expect(self.missing(engine) == [["c"]])
        #expect(self.missing(try self.fixture.open(creates: false)) == [["c"]])
    }

    @Test("Another installation that fails does not hide what is missing")
    func anotherFails() throws {
        _ = try self.interrupted()
        let file = try self.fixture.file(.plus("x").id("x"), .plus("y").id("y"))
        var failures = 0
        while true {
            let files = self.fixture.files.copy()
            let engine = try self.fixture.open(creates: false, on: files)
            files.state.withLock { $0.fault = .errors(28, from: $0.calls.count + failures) }
            guard (try? engine.install(file)) == nil else {
                break
            }
            files.state.withLock { $0.fault = nil }
            try engine.reload()
            #expect(self.missing(engine).first?.contains("c") == true, "error from call \(failures)")
            failures += 1
        }
        #expect(failures > 20)
    }

    @Test("The missing license completes the installation")
    func completed() throws {
        let engine = try self.fixture.open()
        let file = try self.fixture.file(.base().id("a"), .plus("m").id("b"))
        let entries = try self.fixture.licensing.verifier.verify(contents: file).entries
        try engine.install(entries[0].source)
        let text = try #require(self.note(entries).text)
        self.fixture.files.put(String(decoding: text, as: UTF8.self), at: Self.record)
        #expect(self.missing(try self.fixture.open(creates: false)) == [["b"]])
        #expect(try engine.install(file).installed.map(\.id) == ["b"])
        #expect(self.fixture.files.text(at: Self.record) == nil)
        #expect(self.missing(try self.fixture.open(creates: false)).isEmpty)
    }

    @Test("Two interrupted installations are judged each by itself")
    func two() throws {
        let first = try self.fixture.entries(.base().id("a"), .plus("m").id("b"))
        let second = try self.fixture.entries(.plus("x").id("x"), .plus("y").id("y"))
        let engine = try self.fixture.open()
        try engine.install(first[0].source)
        let notes = PendingInstallations(self.note(first).installations + self.note(second).installations)
        self.fixture.files.put(String(decoding: try #require(notes.text), as: UTF8.self), at: Self.record)
        // Nothing of the second installation is there, so nothing of it is missing.
        #expect(self.missing(try self.fixture.open(creates: false)) == [["b"]])
        try engine.install(second[1].source)
        #expect(self.missing(try self.fixture.open(creates: false)) == [["b", "x"]])
        try engine.install(first[1].source)
        #expect(self.missing(try self.fixture.open(creates: false)) == [["x"]])
        try engine.delete("y")
        #expect(self.missing(try self.fixture.open(creates: false)).isEmpty)
        #expect(self.fixture.files.text(at: Self.record) == nil)
    }

    @Test("A note of a complete installation makes no finding after a deletion")
    func leftNote() throws {
        let entries = try self.fixture.entries(.base().id("a"), .plus("m").id("b"))
        let engine = try self.fixture.open()
        for entry in entries {
            try engine.install(entry.source)
        }
        let text = String(decoding: try #require(self.note(entries).text), as: UTF8.self)
        self.fixture.files.put(text, at: Self.record)
        try engine.delete("a")
        #expect(self.missing(try self.fixture.open(creates: false)).isEmpty)
        #expect(self.fixture.files.text(at: Self.record) == nil)
    }

    @Test("An installation removes the temporary files that crashed processes left")
    func leftovers() throws {
        let engine = try self.fixture.open()
        self.fixture.files.put("half", at: "/licenses/.tmp-1")
        self.fixture.files.put("half", at: "/licenses/private/.tmp-2")
        try engine.install(self.fixture.file(.base().id("a")))
        #expect(!self.fixture.files.names(at: "/licenses").contains(".tmp-1"))
        #expect(!self.fixture.files.names(at: "/licenses/private").contains(".tmp-2"))
    }

    @Test("The records hold more licenses and names than one JSON text may have values")
    func many() throws {
        let license = try #require(self.fixture.entries(.base().id("a")).first?.license)
        let references = Array(repeating: LicenseReference(license), count: 500)
        let pending = PendingInstallations(Array(repeating: references, count: 4))
        #expect(try #require(pending.text).count < PendingInstallations.maximumSize)
        #expect(PendingInstallations(try #require(pending.text)) == pending)

        let contents = Dictionary(
            uniqueKeysWithValues: (0..<1_500)
                .map { (FileName([UInt8](repeating: 0xFF, count: 200) + Array("\($0).lic".utf8)), "malformed") }
        )
        let set = LicenseSet().reading(contents.mapValues { .bad(code: $0) }, at: TestLicenseClock.start)
        let known = KnownProblems(set, recorded: Set((0..<1_500).map { "reload-failed \($0)" }))
        #expect(try #require(known.text).count < KnownProblems.maximumSize)
        #expect(KnownProblems(try #require(known.text)) == known)
        #expect(KnownProblems(Array(try #require(known.text).dropLast(2))) == nil)
    }

    @Test(
        "The folder in which a new license folder is made has its name",
        arguments: [
            ("x", "."), ("x/", "."), ("/x", "/"), ("/x//", "/"), ("a/x", "a"), ("a/b/x//", "a/b"), ("/a//x/", "/a/"),
        ]
    )
    func parent(path: String, parent: String) {
        #expect(FolderDisk.parent(of: path) == parent)
    }
}
#endif
