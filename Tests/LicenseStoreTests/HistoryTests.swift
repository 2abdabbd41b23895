#if DEBUG
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing

@testable import LicenseStore

@Suite("History")
struct HistoryTests {
    private let fixture: StoreFixture
    private static let path = "/licenses/private/history.jsonl"
    private static let refusals = "/licenses/private/refusals.jsonl"

    init() throws {
        self.fixture = try StoreFixture()
    }

    @Test("Installations, deletions and reloads are in the history with their actor")
    func events() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a"), .plus("m").id("b")))
        try engine.reload()
        try engine.reload()
        try engine.delete("b")
        let entries = try engine.readHistory()
        #expect(entries.map(\.event) == [.install, .reload, .delete])
        #expect(entries.map { Set($0.licenseIDs) } == [["a", "b"], ["a", "b"], ["b"]])
        #expect(entries.allSatisfy { $0.actor == "admin" && $0.at == self.fixture.clock.now && $0.count == 1 })
        #expect(try self.fixture.open(creates: false).readHistory() == entries)
    }

    @Test("An entry is a line of JSON, and reads back as it was")
    func lines() throws {
        let entry = LicenseHistoryEntry(
            at: self.fixture.clock.now,
            .refused,
            ids: ["a", "b"],
            code: "malformed",
            file: "a \"b\"\\.lic",
            actor: "管理员",
            count: 3
        )
        #expect(
            String(decoding: entry.line, as: UTF8.self)
                == #"{"actor":"管理员","at":"2027-01-01T00:00:00Z","code":"malformed","count":3,"event":"refused","#
                + #""file":"a \"b\"\\.lic","ids":["a","b"]}"#
        )
        #expect(LicenseHistoryEntry(entry.line) == entry)
        for end in 0..<entry.line.count {
            #expect(LicenseHistoryEntry(Array(entry.line.prefix(end))) == nil)
        }
    }

    @Test("A torn line is skipped, and the next entry starts a new line")
    func tornLine() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")))
        self.fixture.files.edit(Self.path) { $0.content += Array(#"{"at":"2027-01-01T00:"#.utf8) }
        #expect(try engine.readHistory().map(\.event) == [.install])
        try engine.install(self.fixture.file(.plus("m").id("b")))
        #expect(try engine.readHistory().map(\.event) == [.install, .install])
    }

    @Test("At one mebibyte a new file starts, and two old ones are kept")
    func rotation() throws {
        let engine = try self.fixture.open()
        let filler = Array(repeating: UInt8(ascii: " "), count: Journal.maximumSize) + [0x0A]
        for number in 0..<4 {
            try engine.install(self.fixture.file(.plus("m").id(try LicenseID("l\(number)"))))
            self.fixture.files.edit(Self.path) { $0.content += filler }
        }
        let names = self.fixture.files.names(at: "/licenses/private").filter { $0.hasPrefix("history") }
        #expect(names == ["history.1.jsonl", "history.2.jsonl", "history.jsonl"])
        #expect(try engine.readHistory().flatMap(\.licenseIDs) == ["l1", "l2", "l3"])
    }

    @Test("Equal refusals within a minute are one entry, so that they fill no disk")
    func flood() throws {
        let engine = try self.fixture.open()
        let guest = StoreFixture.guest
        let file = try self.fixture.file(.base().id("a"))
        for _ in 0..<1_000 {
            #expect(throws: LicenseStoreError.self) { try engine.install(file, by: guest) }
            if engine.hasRefusalToWrite {
                engine.writeRefusals()
            }
        }
        #expect(try #require(self.fixture.files.text(at: Self.refusals)).split(separator: "\n").count == 1)
        self.fixture.clock.advance(seconds: 60)
        #expect(throws: LicenseStoreError.self) { try engine.install(file, by: guest) }
        #expect(throws: LicenseStoreError.self) { try engine.reload(by: guest) }
        #expect(try engine.readHistory().map(\.count) == [1_000, 2])
    }

    @Test("A refusal has its code and file, and no content")
    func refusal() throws {
        let engine = try self.fixture.open()
        let file = try self.fixture.licensing.file(refusedWith: .signatureInvalid)
        let request = FolderEngine.InstallRequest(contents: Array(file.utf8), file: "upload.lic")
        #expect(throws: LicenseStoreError.self) { try engine.install(request, by: StoreFixture.admin) }
        let entry = try #require(try engine.readHistory().first)
        #expect(entry.event == .refused)
        #expect(entry.code == "signature-invalid")
        #expect(entry.file == "upload.lic")
        let text = try #require(self.fixture.files.text(at: Self.refusals))
        #expect(text.utf8.count < 200)
    }

    @Test("A history that cannot be written is a finding, and no error")
    func unwritable() throws {
        let engine = try self.fixture.open()
        self.fixture.files.take(Self.path)
        self.fixture.files.put(.init(kind: .link, mode: 0o777), at: Self.path)
        let installation = try engine.install(self.fixture.file(.base().id("a")))
        #expect(installation.installed.map(\.id) == ["a"])
        #expect(engine.findingCodes == ["history-not-saved"])
        #expect(engine.findings.first?.error == "link")
        self.fixture.files.take(Self.path)
        try engine.install(self.fixture.file(.plus("m").id("b")))
        #expect(engine.findings.isEmpty)
    }

    @Test("A finding is recorded once for as long as it lasts, whatever process sees it")
    func findingsOnce() throws {
        func recorded() throws -> [String?] {
            try self.fixture.open(creates: false).readHistory().filter { $0.event == .finding }.map(\.file)
        }
        _ = try self.fixture.open()
        self.fixture.files.put("bad", at: "/licenses/a.lic")
        for _ in 0..<2 {
            try self.fixture.open().reload()
            try self.fixture.open(creates: false).reload()
        }
        #expect(try recorded() == ["a.lic"])
        let server = try self.fixture.open()
        self.fixture.files.put("bad", at: "/licenses/b.lic")
        try self.fixture.open(creates: false).reload()
        try server.reload()
        #expect(try recorded() == ["a.lic", "b.lic"])
        self.fixture.files.take("/licenses/a.lic")
        self.fixture.files.take("/licenses/b.lic")
        try self.fixture.open(creates: false).reload()
        self.fixture.files.put("bad", at: "/licenses/a.lic")
        try self.fixture.open(creates: false).reload()
        try server.reload()
        #expect(try recorded() == ["a.lic", "b.lic", "a.lic"])
    }

    @Test("A finding that the history could not get is recorded later")
    func findingLater() throws {
        let engine = try self.fixture.open()
        self.fixture.files.put("bad", at: "/licenses/a.lic")
        let journal = RecordingFiles.Node(kind: .folder, mode: 0o700)
        self.fixture.files.put(journal, at: "/licenses/private/history.jsonl")
        #expect(try engine.reload().findings.map(\.code) == [.historyNotSaved, .reloadFailed])
        self.fixture.files.take("/licenses/private/history.jsonl")
        try engine.reload()
        #expect(try engine.readHistory().filter { $0.event == .finding }.map(\.file) == ["a.lic"])
    }

    @Test("A clock that was set back reorders no entries of a journal")
    func setBack() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")))
        self.fixture.clock.advance(seconds: 10)
        _ = try? engine.delete("x")
        engine.writeRefusals()
        self.fixture.clock.advance(seconds: -3_600)
        try engine.install(self.fixture.file(.plus("m").id("b")))
        try engine.delete("a")
        #expect(try engine.readHistory().map(\.event) == [.install, .install, .delete, .refused])
        self.fixture.clock.advance(seconds: 7_200)
        try engine.delete("b")
        #expect(try engine.readHistory().map(\.event) == [.install, .install, .delete, .refused, .delete])
    }

    @Test("A journal that cannot be read is named", arguments: ["history.jsonl", "refusals.jsonl"])
    func unreadableJournal(_ name: String) throws {
        let engine = try self.fixture.open()
        self.fixture.files.put(RecordingFiles.Node(kind: .link, mode: 0o777), at: "/licenses/private/\(name)")
        let error = #expect(throws: LicenseStoreError.self) { try engine.readHistory() }
        #expect(error?.file == "private/\(name)")
        #expect(error?.systemError == "link")
    }

    @Test("A lost write of the history is noticed")
    func lostWrite() throws {
        let engine = try self.fixture.open()
        #expect(throws: LicenseStoreError.self) { try engine.delete("a") }
        self.fixture.files.state.withLock { $0.lostBytes = 3 }
        engine.writeRefusals()
        #expect(engine.findingCodes == ["history-not-saved"])
        #expect(engine.findings.first?.error == "written-wrong")
        self.fixture.files.state.withLock { $0.lostBytes = 0 }
        engine.writeRefusals()
        #expect(engine.findings.isEmpty)
        #expect(try engine.readHistory().map(\.code) == ["not-found"])
    }

    @Test("A note of a change that cannot be removed adds no entry again")
    func noteStays() throws {
        let engine = try self.fixture.open()
        let file = try self.fixture.file(.base().id("a"))
        // Both within one second.
        for _ in 0..<2 {
            let copy = self.fixture.files.copy()
            try engine.install(file)
            let note = try #require(try Self.note(of: copy, self.fixture, file))
            self.fixture.files.put(note, at: "/licenses/private/change.json")
            _ = try self.fixture.open()
            try engine.reload()
            try engine.delete("a")
        }
        let events = try engine.readHistory().map(\.event)
        #expect(events.count { $0 == .install } == 2)
        #expect(events.count { $0 == .delete } == 2)
    }

    /// Returns the note that an installation writes before it changes files.
    private static func note(of files: RecordingFiles, _ fixture: StoreFixture, _ file: [UInt8]) throws -> String? {
        try files.history { try fixture.open(creates: false, on: $0).install(file) }
            .lazy
            .compactMap { RecordingFiles($0).text(at: "/licenses/private/change.json") }
            .first
    }

    @Test("After a crash at any call, the history has what the files have")
    func crashes() throws {
        _ = try self.fixture.open().install(self.fixture.file(.plus("m").id("x")))
        let file = try self.fixture.file(.base().id("a"), .plus("n").id("b"))
        let start = self.fixture.files.copy()
        let history = try start.copy()
            .history { files in
                let engine = try self.fixture.open(creates: false, on: files)
                try engine.install(file)
                try engine.delete("x")
            }
        for (call, nodes) in history.enumerated() {
            let images = RecordingFiles.crashImages(of: nodes)
            for image in [images[call % images.count], images[0]] {
                let server = try self.fixture.open(on: RecordingFiles(image))
                let entries = try server.readHistory()
                let installed = entries.filter { $0.event == .install }.flatMap(\.licenseIDs).map(\.rawValue)
                let deleted = entries.filter { $0.event == .delete }.flatMap(\.licenseIDs).map(\.rawValue)
                #expect(Set(installed).subtracting(deleted) == Set(server.activeIDs), "crash at call \(call)")
                #expect(Set(installed).count == installed.count, "crash at call \(call)")
            }
        }
        #expect(history.count > 100)
    }

    @Test("Names of actors and files are escaped and cut")
    func names() throws {
        let actor = LicenseActor(
            name: "a\n\u{1B}[31m\u{202E}" + String(repeating: "x", count: 999),
            isAdministrator: true
        )
        #expect(actor.historyName.hasPrefix("a\\u{a}\\u{1b}[31m\\u{202e}x"))
        #expect(actor.historyName.count < 300)
    }
}
#endif
