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
        #expect(reloads.flatMap(\.ids).count == 64)

        // A folder can have more licenses than one entry can be read with.
        let many = Array(repeating: try #require(engine.activeLicenses.first), count: 4_200)
        func isReadable(_ ids: [LicenseID]) -> Bool {
            let entry = LicenseHistoryEntry(at: TestLicenseClock.start, .reload, ids: ids)
            return LicenseHistoryEntry(entry.line)?.ids == ids
        }
        #expect(!isReadable(many.map(\.id)))
        let parts = FolderEngine.parts(of: many)
        #expect(parts.flatMap(\.self).count == 4_200)
        #expect(parts.allSatisfy(isReadable))
    }
}
#endif
