#if DEBUG
import LicenseModel
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing

@testable import LicenseStore

@Suite("Files that change or vanish while the folder is open")
struct VanishedFileTests {
    private let fixture: StoreFixture

    init() throws {
        self.fixture = try StoreFixture()
    }

    @Test("A license whose own file, made by a deletion, is bad stays active")
    func badAfterDeletion() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")), activates: true)
        let file = try self.fixture.licensing.file(for: .plus("m").id("m"), .plus("n").id("n"))
        self.fixture.files.put(file, at: "/licenses/copied.lic")
        try engine.reload()
        let kept = try #require(engine.activeLicenses.first { $0.id == "n" })
        try engine.delete("m")
        self.fixture.files.edit("/licenses/\(LicenseSet.name(of: kept))") { $0.content = Array("broken".utf8) }
        let reload = try engine.reload()
        #expect(engine.activeIDs == ["a", "n"])
        #expect(reload.findings.map(\.licenseIDs) == [["n"]])
        #expect(try !engine.readHistory().contains { $0.code == "gone" })
    }

    @Test("A license whose own file, made by another process, is bad stays active")
    func badAfterDeletionByAnother() throws {
        let engine = try self.fixture.open()
        let file = try self.fixture.licensing.file(for: .base().id("a"), .plus("n").id("n"))
        self.fixture.files.put(file, at: "/licenses/copied.lic")
        try engine.reload()
        let kept = try #require(engine.activeLicenses.first { $0.id == "n" })
        try self.fixture.open(creates: false).delete("a")
        self.fixture.files.edit("/licenses/\(LicenseSet.name(of: kept))") { $0.content = Array("broken".utf8) }
        try engine.reload()
        #expect(engine.activeIDs == ["n"])
    }

    @Test("A folder that has vanished is not made again, and the active licenses stay", arguments: [true, false])
    func vanishedFolder(installs: Bool) throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")), activates: true)
        let thumbprint = engine.identity.thumbprint
        self.fixture.files.take("/licenses")
        let error = #expect(throws: LicenseStoreError.self) {
            if installs {
                try engine.install(self.fixture.file(.plus("m").id("m")))
            } else {
                _ = try engine.licenseRequest()
            }
        }
        #expect(error?.code == .storageFailed)
        #expect(engine.activeIDs == ["a"])
        #expect(engine.identity.thumbprint == thumbprint)
        #expect(self.fixture.files.names(at: "/").isEmpty)
    }

    @Test("An empty folder in place of one in use keeps the active licenses")
    func emptyMountPoint() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")), activates: true)
        let thumbprint = engine.identity.thumbprint
        self.fixture.files.take("/licenses")
        self.fixture.files.put(RecordingFiles.Node(kind: .folder, mode: 0o755), at: "/licenses")
        for _ in 0..<2 {
            #expect(throws: LicenseStoreError.self) { try engine.reload() }
            #expect(throws: LicenseStoreError.self) { try engine.install(self.fixture.file(.plus("m").id("m"))) }
            #expect(throws: LicenseStoreError.self) { try engine.licenseRequest() }
            let error = #expect(throws: LicenseStoreError.self) { try engine.delete("a") }
            #expect(error?.code == .storageFailed)
        }
        #expect(engine.activeIDs == ["a"])
        #expect(engine.identity.thumbprint == thumbprint)
        #expect(engine.findingCodes.contains("reload-failed"))
        #expect(self.fixture.files.names(at: "/licenses").isEmpty)
    }

    @Test("A deletion in a folder that has vanished is not refused as not found")
    func deletionInVanishedFolder() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")), activates: true)
        self.fixture.files.take("/licenses")
        let error = #expect(throws: LicenseStoreError.self) { try engine.delete("a") }
        #expect(error?.code == .storageFailed)
        #expect(engine.activeIDs == ["a"])
    }

    @Test("A finding ends when its file is replaced or deleted")
    func endedFindings() throws {
        let engine = try self.fixture.open()
        let file = try self.fixture.file(.base().id("a"))
        try engine.install(file, activates: true)
        let path = "/licenses/\(LicenseSet.name(of: try #require(engine.activeLicenses.first)))"
        for isDeleted in [true, false] {
            self.fixture.files.edit(path) { $0.content = Array("broken".utf8) }
            try engine.reload()
            #expect(engine.findingCodes == ["reload-failed"])
            if isDeleted {
                try engine.delete("a")
            }
            try engine.install(file)
            #expect(engine.findings.isEmpty)
            try engine.reload()
        }
        self.fixture.files.edit("/licenses/private/time.0") { $0.content = Array("broken".utf8) }
        #expect(try engine.reload().findings.map(\.code) == [.timeDamaged])
        engine.saveTime()
        engine.saveTime()
        #expect(try engine.reload().findings.isEmpty)
    }

    @Test("A one-shot repair of a bad file records no finding after it")
    func repair() throws {
        let file = try self.fixture.file(.base().id("a"))
        let engine = try self.fixture.open()
        try engine.install(file, activates: true)
        let path = "/licenses/\(LicenseSet.name(of: try #require(engine.activeLicenses.first)))"
        self.fixture.files.edit(path) { $0.content = Array("broken".utf8) }
        let once = try self.fixture.open(creates: false)
        try once.install(file)
        once.recordFindings()
        #expect(try once.readHistory().map(\.event) == [.install, .reload, .install])
    }

    @Test("A deletion does not change which of two licenses with the same ID counts")
    func deletionBesideConflict() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a"), .plus("m").id("b")), activates: true)
        let counting = try #require(engine.activeLicenses.first { $0.id == "b" })
        self.fixture.clock.advance(days: 1)
        let copied = try self.fixture.file(.plus("n").id("c"), .plus("m", days: 9).id("b"))
        self.fixture.files.put(String(decoding: copied, as: UTF8.self), at: "/licenses/copied.lic")
        try self.fixture.open(creates: false).delete("c")
        let reader = try self.fixture.open(creates: false)
        #expect(reader.activeIDs == ["a", "b"])
        #expect(reader.activeLicenses.contains(counting))
        #expect(reader.findingCodes == ["id-conflict"])
    }

    @Test("The other licenses of a shared file are confirmed before it is removed")
    func unconfirmedOthers() throws {
        let engine = try self.fixture.open()
        let file = try self.fixture.file(.base().id("a"), .plus("m").id("b"))
        self.fixture.files.put(String(decoding: file, as: UTF8.self), at: "/licenses/copied.lic")
        try engine.reload()
        self.fixture.files.state.withLock { $0.failsSync = true }
        for _ in 0..<2 {
            #expect(throws: LicenseStoreError.self) { try engine.delete("a") }
            #expect(self.fixture.files.text(at: "/licenses/copied.lic") != nil)
        }
        self.fixture.files.state.withLock { $0.failsSync = false }
        try engine.delete("a")
        #expect(engine.activeIDs == ["b"])
    }

    @Test("Two conflicts in one file are two findings in the history")
    func twoConflicts() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a"), .plus("m").id("b")), activates: true)
        self.fixture.clock.advance(days: -1)
        let copied = try self.fixture.file(.base().id("a"), .plus("m").id("b"))
        self.fixture.files.put(String(decoding: copied, as: UTF8.self), at: "/licenses/copied.lic")
        try engine.reload()
        #expect(engine.findings.map(\.licenseIDs) == [["a"], ["b"]])
        #expect(try engine.readHistory().filter { $0.event == .finding }.map(\.licenseIDs) == [["a"], ["b"]])
    }

    @Test("A private part that has vanished is a finding about the saved time")
    func vanishedPrivatePart() throws {
        _ = try self.fixture.open()
        self.fixture.files.take("/licenses/private")
        #expect(try self.fixture.open(creates: false).findingCodes.contains("time-missing"))
    }

    @Test("Equal refusals count as one, whatever is refused between them")
    func alternatingRefusals() throws {
        let engine = try self.fixture.open()
        for _ in 0..<3 {
            _ = try? engine.delete("x")
            _ = try? engine.install([0x61])
        }
        engine.writeRefusals()
        #expect(try engine.readHistory().filter { $0.event == .refused }.map(\.count) == [3, 3])
    }

    @Test("The history has every license of a reload, however many there are")
    func manyInHistory() throws {
        let engine = try self.fixture.open()
        let licenses = try (0..<64).map { TestLicense.plus("m").id(try LicenseID("l\($0)")) }
        self.fixture.files.put(try self.fixture.licensing.file(for: licenses), at: "/licenses/copied.lic")
        try engine.reload()
        let reloads = try engine.readHistory().filter { $0.event == .reload }
        #expect(reloads.flatMap(\.licenseIDs).count == 64)

        // A folder can have more licenses than one entry can be read with.
        let many = Array(repeating: try #require(engine.activeLicenses.first), count: 4_200)
        func isReadable(_ ids: [LicenseID]) -> Bool {
            let entry = LicenseHistoryEntry(at: TestLicenseClock.start, .reload, ids: ids)
            return LicenseHistoryEntry(entry.line)?.licenseIDs == ids
        }
        #expect(!isReadable(many.map(\.id)))
        let parts = FolderEngine.parts(of: many)
        #expect(parts.flatMap(\.self).count == 4_200)
        #expect(parts.allSatisfy(isReadable))
    }
}
#endif
