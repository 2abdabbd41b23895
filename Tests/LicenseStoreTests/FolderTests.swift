#if DEBUG
import LicenseModel
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing

@testable import LicenseStore

/// What a folder does at installing, reloading and deleting, on files in memory.
@Suite("License folder")
struct FolderTests {
    private let fixture: StoreFixture

    init() throws {
        self.fixture = try StoreFixture()
    }

    private func code(_ body: () throws(LicenseStoreError) -> some Any) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return error.code.rawValue
        }
    }

    @Test("An upload is on the disk at once and in use only after a reload", .tags(.row51, .row55, .row56))
    func stagedAndActive() throws {
        let engine = try self.fixture.open()
        #expect(engine.gate.entitlements.base.status == .unlicensed)
        let installation = try engine.install(self.fixture.file(.base().id("a")))
        #expect(installation.installed.map(\.id) == ["a"])
        #expect(installation.durability == nil)
        #expect(engine.gate.entitlements.base.status == .unlicensed)
        #expect(try engine.list().map(\.isStaged) == [true])
        #expect(try engine.list().map(\.isActive) == [false])
        #expect(try engine.reload().active.map(\.id) == ["a"])
        #expect(engine.gate.entitlements.base.status == .valid)
        #expect(try engine.list().map(\.isActive) == [true])
    }

    @Test("A base and modules are uploaded one after another", .tags(.row53))
    func oneAfterAnother() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")))
        try engine.install(self.fixture.file(.plus("m").id("b")))
        try engine.install(self.fixture.file(.plus("n").id("c")), activates: true)
        #expect(engine.activeIDs == ["a", "b", "c"])
        #expect(try self.fixture.open(creates: false).activeIDs == ["a", "b", "c"])
    }

    @Test("A bad file changes nothing and says why", .tags(.row54), arguments: LicenseError.Code.known)
    func badFile(_ code: LicenseError.Code) throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")), activates: true)
        let names = self.fixture.files.names(at: StoreFixture.path)
        let file = Array(try self.fixture.licensing.file(refusedWith: code).utf8)
        #expect(self.code { () throws(LicenseStoreError) in try engine.install(file) } == code.rawValue)
        #expect(self.fixture.files.names(at: StoreFixture.path) == names)
        try engine.reload()
        #expect(engine.activeIDs == ["a"])
        #expect(try engine.readHistory().last?.code == code.rawValue)
    }

    @Test("One refused license refuses the whole file")
    func wholeFile() throws {
        let engine = try self.fixture.open()
        let good = try self.fixture.file(.base().id("a"))
        let bad = Array(try self.fixture.licensing.file(refusedWith: .signatureInvalid).utf8)
        #expect(self.code { () throws(LicenseStoreError) in try engine.install(good + [0x0A] + bad) } != nil)
        #expect(try self.fixture.open(creates: false).activeIDs.isEmpty)
    }

    @Test("Only an administrator installs, reloads or deletes, and a refusal is recorded", .tags(.row58, .row59))
    func notAuthorized() throws {
        let engine = try self.fixture.open()
        let file = try self.fixture.file(.base().id("a"))
        let guest = StoreFixture.guest
        #expect(self.code { () throws(LicenseStoreError) in try engine.install(file, by: guest) } == "not-authorized")
        #expect(self.code { () throws(LicenseStoreError) in try engine.reload(by: guest) } == "not-authorized")
        #expect(
            self.code { () throws(LicenseStoreError) in
                try engine.delete("a", issuer: .any, by: guest)
            } == "not-authorized"
        )
        let entries = try engine.readHistory()
        #expect(entries.map(\.code) == ["not-authorized", "not-authorized"])
        #expect(entries.map(\.actor) == ["guest", "guest"])
        #expect(entries.map(\.count) == [2, 1])
    }

    @Test("An installation that is refused as not authorized creates nothing")
    func createsNothing() throws {
        let engine = try self.fixture.open(creates: false)
        let file = try self.fixture.file(.base().id("a"))
        #expect(throws: LicenseStoreError.self) { try engine.install(file, by: StoreFixture.guest) }
        engine.writeRefusals()
        #expect(self.fixture.files.names(at: "/").isEmpty)
        #expect(try engine.reload().active.isEmpty)
        #expect(self.fixture.files.names(at: "/").isEmpty)
        #expect(try engine.list().isEmpty)
        #expect(try engine.readHistory().isEmpty)
    }

    @Test("Deleting an expired plus license hides its module", .tags(.row19, .row20, .row57))
    func deleteModule() throws {
        let engine = try self.fixture.open()
        try engine.install(
            self.fixture.file(.base().id("a"), .plus("replication").id("b").expired()),
            activates: true
        )
        #expect(engine.gate.entitlements[.module("replication")].status == .expired)
        #expect(engine.gate.entitlements[.module("replication")].menu == .forbidden)
        #expect(try engine.delete("b").deleted.map(\.id) == ["b"])
        #expect(engine.gate.entitlements[.module("replication")].status == .notActivated)
        #expect(engine.gate.entitlements[.module("replication")].menu == .hidden)
        #expect(try self.fixture.open(creates: false).activeIDs == ["a"])
        #expect(self.code { () throws(LicenseStoreError) in try engine.delete("b") } == "not-found")
    }

    @Test("An older license is refused, unless the call allows it and the history says so", .tags(.p45))
    func older() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a").sequence(42)))
        let older = try self.fixture.file(.base().id("b").sequence(41))
        #expect(self.code { () throws(LicenseStoreError) in try engine.install(older) } == "older-than-installed")
        try engine.install(older, allowsOlder: true)
        let entry = try #require(try engine.readHistory().last { $0.event == .install })
        #expect(entry.licenseIDs == ["b"])
        #expect(entry.code == "older")
        // A restart does not forget what is installed.
        let other = try self.fixture.open()
        let oldest = try self.fixture.file(.base().id("c").sequence(40))
        #expect(self.code { () throws(LicenseStoreError) in try other.install(oldest) } == "older-than-installed")
    }

    @Test("A file that is bad at a reload keeps its license active, with a finding", .tags(.p54))
    func badAtReload() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")), activates: true)
        try engine.install(self.fixture.file(.plus("m").id("b")))
        let name = LicenseSet.name(of: try #require(engine.activeLicenses.first))
        let path = "/licenses/\(name)"
        let text = try #require(self.fixture.files.text(at: path))
        self.fixture.files.edit(path) { $0.content = Array("broken".utf8) }
        let reload = try engine.reload()
        #expect(Set(reload.active.map(\.id)) == ["a", "b"])
        let finding = try #require(reload.findings.first)
        #expect(finding.code == .reloadFailed)
        #expect(finding.file == "\(name)")
        #expect(finding.error == "malformed")
        #expect(finding.licenseIDs == ["a"])
        #expect(finding.since == TestLicenseClock.start)
        #expect(engine.gate.entitlements.base.status == .valid)
        #expect(try engine.readHistory().contains { $0.event == .finding && $0.code == "reload-failed" })

        self.fixture.files.edit(path) { $0.content = Array(text.utf8) }
        #expect(try engine.reload().findings.isEmpty)
        #expect(engine.activeIDs == ["a", "b"])
    }

    @Test("A restart does not lose since when a file is bad", arguments: [true, false])
    func badSince(_ isNoticedByServer: Bool) throws {
        let engine = try self.fixture.open()
        self.fixture.files.put("bad", at: "/licenses/a.lic")
        if isNoticedByServer {
            try engine.reload()
        } else {
            _ = try self.fixture.open()
        }
        self.fixture.clock.advance(days: 3)
        for creates in [true, false] {
            let next = try self.fixture.open(creates: creates)
            #expect(next.findings.map(\.since) == [TestLicenseClock.start])
            #expect(try next.reload().findings.map(\.since) == [TestLicenseClock.start])
        }

        // Another reason, or another time, starts anew.
        self.fixture.files.edit("/licenses/a.lic") { $0.content = Array(repeating: 0x20, count: 300_000) }
        #expect(try self.fixture.open().findings.map(\.since) == [self.fixture.clock.now])
        self.fixture.files.take("/licenses/a.lic")
        #expect(try self.fixture.open().findings.isEmpty)
        #expect(!self.fixture.files.names(at: "/licenses/private").contains("problems.json"))
        self.fixture.files.put("bad", at: "/licenses/a.lic")
        #expect(try self.fixture.open().findings.map(\.since) == [self.fixture.clock.now])
    }

    @Test("A file that is gone is a deletion, and the history says so")
    func gone() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a"), .plus("m").id("b")), activates: true)
        let license = try #require(engine.activeLicenses.first { $0.id == "b" })
        self.fixture.files.take("/licenses/\(LicenseSet.name(of: license))")
        #expect(try engine.reload().active.map(\.id) == ["a"])
        let entry = try #require(try engine.readHistory().last { $0.event == .delete })
        #expect(entry.licenseIDs == ["b"])
        #expect(entry.code == "gone")
    }

    @Test("A folder that has vanished or cannot be listed keeps the whole active set", arguments: [2, 5, 13, 24])
    func unreadableFolder(_ number: Int) throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")), activates: true)
        if number == 2 {
            self.fixture.files.take(StoreFixture.path)
        } else {
            self.fixture.files.inject(.errors(Int32(number), from: 0))
        }
        let error = try #require(throws: LicenseStoreError.self) { try engine.reload() }
        #expect(error.code == .storageFailed)
        #expect(error.file == StoreFixture.path)
        #expect(engine.activeIDs == ["a"])
        #expect(engine.gate.entitlements.base.status == .valid)
        #expect(engine.findingCodes.contains("reload-failed"))
    }

    @Test("A folder that is gone or cannot be listed at a start is empty or an error", arguments: [2, 5, 13, 24])
    func unreadableStart(_ number: Int) throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")))
        guard number != 2 else {
            let thumbprint = engine.identity.thumbprint
            self.fixture.files.take(StoreFixture.path)
            let next = try self.fixture.open()
            #expect(next.activeIDs.isEmpty)
            #expect(next.identity.thumbprint != thumbprint)
            return
        }
        self.fixture.files.inject(.errors(Int32(number), from: 0))
        let error = try #require(throws: LicenseStoreError.self) { try self.fixture.open() }
        #expect(error.code == .storageFailed)
        #expect(error.file == StoreFixture.path)
    }

    @Test(
        "A folder that is read-only or on a full disk opens, and only changes are refused",
        arguments: [(30, "EROFS", "read-only"), (28, "ENOSPC", "no space left")]
    )
    func unwritable(_ number: Int, _ name: String, _ text: String) throws {
        try self.fixture.open().install(self.fixture.file(.base().id("a")))
        let engine = try self.openUnwritable(number)
        #expect(engine.activeIDs == ["a"])
        #expect(engine.identity.thumbprint != nil)
        #expect(engine.findingCodes.contains("time-not-saved"))
        #expect(try engine.reload().active.map(\.id) == ["a"])
        let file = try self.fixture.file(.plus("m").id("b"))
        let error = try #require(throws: LicenseStoreError.self) { try engine.install(file) }
        #expect(error.code == .storageFailed)
        #expect(error.systemError == name)
        #expect(error.message.english.contains(text))
        #expect(throws: LicenseStoreError.self) { try engine.delete("a") }
        #expect(engine.activeIDs == ["a"])
        #expect(engine.gate.entitlements.base.status == .valid)
    }

    @Test(
        "Without a private part, a disk that takes nothing is named as the cause",
        arguments: [(30, "EROFS", "read-only"), (28, "ENOSPC", "no space left")]
    )
    func unwritableWithoutPrivatePart(_ number: Int, _ name: String, _ text: String) throws {
        self.fixture.files.put(RecordingFiles.Node(kind: .folder, mode: 0o755), at: "/licenses")
        self.fixture.files.put("", at: "/licenses/copied.lic")
        let engine = try self.openUnwritable(number)
        #expect(engine.findings.first { $0.code == .identityIncomplete }?.error == name)
        let file = try self.fixture.file(.base().id("a"))
        let error = try #require(throws: LicenseStoreError.self) { try engine.install(file) }
        #expect(error.systemError == name && error.file == "private")
        #expect(error.message.english.contains(text))
    }

    /// Opens the folder on a disk on which every call that writes fails.
    private func openUnwritable(_ number: Int) throws -> FolderEngine {
        let calls = UnwritableFiles(base: self.fixture.files, error: FileError(number: Int32(number)))
        return try FolderEngine(
            FolderSettings(
                disk: FolderDisk(
                    path: StoreFixture.path,
                    files: StoreFiles(calls: calls),
                    texts: StoreTexts(catalog: .testing)
                ),
                verifier: self.fixture.licensing.verifier,
                configuration: PolicyConfiguration(catalog: .testing, node: .only([]), build: .any),
                clock: self.fixture.clock,
                witness: nil,
                opening: .creating,
                host: [:]
            )
        )
    }

    @Test("Another process that has the lock is waited for, and then the call is refused")
    func locked() throws {
        let engine = try self.fixture.open()
        let other = try self.fixture.open()
        let file = try self.fixture.file(.base().id("a"))
        let disk = engine.disk
        let code = try disk.changing(creates: false) { _ in
            self.code { () throws(LicenseStoreError) in try other.install(file) }
        }
        #expect(code == "locked")
        #expect(try other.readHistory().last?.code == "locked")
        try other.install(file)
        // What another process has changed counts at the next reload.
        #expect(engine.activeIDs.isEmpty)
        #expect(try engine.reload().active.map(\.id) == ["a"])
        try other.reload()
        try other.delete("a")
        #expect(engine.activeIDs == ["a"])
        #expect(try engine.reload().active.isEmpty)
    }

    @Test("Links that stay in the folder are followed, and others are a finding")
    func links() throws {
        let engine = try self.fixture.open()
        let text = String(decoding: try self.fixture.file(.base().id("a")), as: UTF8.self)
        self.fixture.files.put(text, at: "/licenses/..data")
        self.fixture.files.put(.init(kind: .link, mode: 0o777, target: FileName("..data")), at: "/licenses/a.lic")
        self.fixture.files.put(.init(kind: .link, mode: 0o777), at: "/licenses/b.lic")
        self.fixture.files.put(.init(kind: .other, mode: 0o666), at: "/licenses/c.lic")
        self.fixture.files.put(.init(kind: .folder, mode: 0o755), at: "/licenses/d.lic")
        let reload = try engine.reload()
        #expect(reload.active.map(\.id) == ["a"])
        #expect(reload.findings.map(\.error) == ["link", "not-regular", "not-regular"])
    }

    @Test("A file that another process deletes during a reload is gone, and no finding")
    func goneMeanwhile() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")), activates: true)
        self.fixture.files.state.withLock { $0.goneNames = [FileName("other.lic")] }
        #expect(try engine.reload().findings.isEmpty)
        #expect(engine.activeIDs == ["a"])
    }

    @Test("A file that ends early or grows while it is read keeps its license active")
    func changedMeanwhile() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")), activates: true)
        self.fixture.files.state.withLock { $0.hiddenBytes = 5 }
        #expect(
            try engine.reload().findings
                .contains { $0.error == "changed-while-read" && $0.file?.hasSuffix(".lic") == true }
        )
        #expect(engine.activeIDs == ["a"])
        self.fixture.files.state.withLock { $0.hiddenBytes = 0 }
        self.fixture.files.put(" ", at: "/licenses/growing.lic")
        let grown = self.fixture.files.copy()
        grown.state.withLock { $0.growth = 100_000 }
        let reader = try self.fixture.open(creates: false, on: grown)
        #expect(reader.findings.contains { $0.file == "growing.lic" && $0.error == "too-large" })
    }

    @Test("Files that others can change are a finding", .tags(.p51))
    func modes() throws {
        let engine = try self.fixture.open()
        self.fixture.files.edit("/licenses") { $0.mode = 0o777 }
        self.fixture.files.edit("/licenses/private") { $0.mode = 0o755 }
        self.fixture.files.edit("/licenses/private/node.key") { $0.mode = 0o644 }
        self.fixture.files.edit("/licenses/private/time.1") { $0.owner = 99 }
        let findings = try engine.reload().findings
        #expect(findings.map(\.code.rawValue) == Array(repeating: "unsafe-mode", count: 4))
        #expect(findings.map(\.file) == [".", "private", "private/node.key", "private/time.1"])
    }

    @Test("Root leaves no file in a product's folder that the product cannot use")
    func root() throws {
        let engine = try self.fixture.open()
        self.fixture.files.state.withLock { $0.user = 0 }
        let root = try self.fixture.open()
        try root.install(self.fixture.file(.base().id("a"), .plus("m").id("b")))
        _ = try? root.delete("c")
        root.writeRefusals()
        #expect(try root.reload().findings.isEmpty)
        let files = self.fixture.files
        let names = files.names(at: "/licenses") + files.names(at: "/licenses/private").map { "private/\($0)" }
        #expect(names.contains("private/refusals.jsonl"))
        for name in names {
            #expect(files.node(at: "/licenses/\(name)")?.owner == RecordingFiles.product, "\(name)")
        }
        #expect(names.contains("private/refusals.lock"))
        self.fixture.files.state.withLock { $0.user = RecordingFiles.product }
        #expect(try engine.reload().findings.isEmpty)
    }

    @Test("Deleting an ID that two issuers have names both")
    func ambiguousDeletion() throws {
        let engine = try self.fixture.open()
        try engine.install(self.fixture.file(.base().id("a")))
        try engine.install(self.fixture.file(.base().id("a").issued(by: "Other")))
        let error = try #require(throws: LicenseStoreError.self) { try engine.delete("a") }
        #expect(error.code == .idConflict)
        let text = "Licenses from different issuers have the ID a: Other, Test Vendor. To delete one, name its issuer."
        #expect(error.message.english == text)
        #expect(error.message[.simplifiedChinese].contains("Other、Test Vendor"))
    }

    @Test("The files have the modes that the documentation says")
    func createdModes() throws {
        try self.fixture.open().install(self.fixture.file(.base().id("a")))
        let files = self.fixture.files
        #expect(files.node(at: "/licenses")?.mode == 0o755)
        #expect(files.node(at: "/licenses/private")?.mode == 0o700)
        for name in files.names(at: "/licenses/private") {
            #expect(files.node(at: "/licenses/private/\(name)")?.mode == 0o600, "\(name)")
        }
        for name in files.names(at: "/licenses") where name != "private" {
            #expect(files.node(at: "/licenses/\(name)")?.mode == 0o644, "\(name)")
        }
    }

    @Test("A plan shows what would change, and is refused where the answer differs")
    func plan() throws {
        let engine = try self.fixture.open()
        let request = FolderEngine.InstallRequest(contents: try self.fixture.file(.base().id("a")))
        let plan = try engine.plan(request, usage: nil)
        #expect(plan.added.map(\.id) == ["a"])
        #expect(plan.preview.gained.contains(.operate(.base)))
        try engine.install(self.fixture.file(.plus("m").id("b")))
        var confirmed = request
        confirmed.plan = plan
        let error = try #require(throws: LicenseStoreError.self) {
            try engine.install(confirmed, by: StoreFixture.admin)
        }
        #expect(error.code == .planChanged)
        confirmed.plan = error.plan
        #expect(try engine.install(confirmed, by: StoreFixture.admin).installed.map(\.id) == ["a"])
    }

    @Test("A license for other nodes of a file with others is staged, and the gate says so")
    func otherNode() throws {
        let engine = try self.fixture.open()
        let thumbprint = try #require(engine.identity.thumbprint)
        let file = try self.fixture.file(
            .base().id("a").bound(to: thumbprint.rawValue),
            .plus("m").id("b").bound(to: "elsewhere")
        )
        try engine.install(file, activates: true)
        #expect(engine.activeIDs == ["a", "b"])
        #expect(engine.gate.entitlements.base.status == .valid)
        #expect(engine.gate.findings.map(\.code) == [.wrongNode])
    }
}

/// The files of a file system to which nothing can be written.
private struct UnwritableFiles: FileCalls {
    let base: RecordingFiles
    let error: FileError

    func openFolder(at path: String) throws(FileError) -> FileHandle { try self.base.openFolder(at: path) }
    func openFolder(_ name: FileName, in folder: FileHandle) throws(FileError) -> FileHandle {
        try self.base.openFolder(name, in: folder)
    }
    func makeFolder(at path: String, mode: UInt32) throws(FileError) { throw self.error }
    func makeFolder(_ name: FileName, in folder: FileHandle, mode: UInt32) throws(FileError) { throw self.error }
    func attributes(of name: FileName, in folder: FileHandle, followsLinks: Bool) throws(FileError) -> FileAttributes {
        try self.base.attributes(of: name, in: folder, followsLinks: followsLinks)
    }
    func attributes(of file: FileHandle) throws(FileError) -> FileAttributes { try self.base.attributes(of: file) }
    func open(_ name: FileName, in folder: FileHandle, _ access: FileAccess) throws(FileError) -> FileHandle {
        switch access {
        case .read, .readFollowingLinks: try self.base.open(name, in: folder, access)
        case .create, .append: throw self.error
        }
    }
    func openFile(at path: String) throws(FileError) -> FileHandle { try self.base.openFile(at: path) }
    func close(_ file: FileHandle) { self.base.close(file) }
    func read(_ file: FileHandle, atMost count: Int) throws(FileError) -> [UInt8] {
        try self.base.read(file, atMost: count)
    }
    func write(_ bytes: ArraySlice<UInt8>, to file: FileHandle) throws(FileError) -> Int { throw self.error }
    func rewind(_ file: FileHandle) throws(FileError) { try self.base.rewind(file) }
    var user: UInt32 { self.base.user }
    func setOwner(of file: FileHandle, asOf folder: FileHandle) {}
    func setMode(_ mode: UInt32, of file: FileHandle) throws(FileError) { throw self.error }
    func sync(_ file: FileHandle) throws(FileError) { throw self.error }
    func rename(_ name: FileName, to newName: FileName, in folder: FileHandle) throws(FileError) { throw self.error }
    func remove(_ name: FileName, in folder: FileHandle) throws(FileError) { throw self.error }
    func names(in folder: FileHandle) throws(FileError) -> [FileName] { try self.base.names(in: folder) }
    func tryLock(_ file: FileHandle) throws(FileError) -> Bool { try self.base.tryLock(file) }
    func pause(milliseconds: Int) {}
}
#endif
