#if DEBUG
import Foundation
import LicenseModel
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing

@testable import LicenseStore

/// A folder on the machine's own disk, as a product uses it.
@Suite("Folder on the disk")
final class DiskTests: Sendable {
    private let parent: String
    private let path: String
    private let licensing: TestLicensing
    private let admin = LicenseActor(name: "admin", isAdministrator: true)

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        self.parent = url.path
        self.path = url.path + "/licenses"
        self.licensing = try TestLicensing()
    }

    deinit {
        try? FileManager.default.removeItem(atPath: self.parent)
    }

    private func open(
        _ opening: LicenseFolder.Opening = .creating,
        at path: String? = nil
    ) async throws -> LicenseFolder {
        try await LicenseFolder.open(
            at: path ?? self.path,
            verifier: self.licensing.verifier,
            configuration: PolicyConfiguration(catalog: .testing, node: .only([]), build: .any),
            opening: opening,
            clock: self.licensing.clock
        )
    }

    private func file(_ licenses: TestLicense...) throws -> [UInt8] {
        Array(try self.licensing.file(for: licenses).utf8)
    }

    private func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: self.path + name)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("A license is installed from a path, active after a reload, and kept", .tags(.row52, .row55))
    func installAndReload() async throws {
        let folder = try await self.open()
        let upload = self.parent + "/upload.lic"
        try Data(self.file(.base().id("a"))).write(to: URL(filePath: upload))
        let installation = try await folder.install(contentsOf: upload, by: self.admin)
        #expect(installation.installed.map(\.id) == ["a"])
        #expect(!folder.gate.allows(.operate(.base)))
        #expect(try await folder.reload(by: self.admin).active.map(\.id) == ["a"])
        #expect(folder.gate.allows(.operate(.base)))
        #expect(try await folder.history().map(\.file) == [upload, nil])
        #expect(try await self.open(.withoutWriting).list().map(\.license.id) == ["a"])

        #expect(try self.mode("") == 0o755)
        #expect(try self.mode("/private") == 0o700)
        #expect(try self.mode("/private/node.key") == 0o600)
        #expect(try self.mode("/lic-application-code.txt") == 0o644)
        let code = try String(contentsOfFile: self.path + "/lic-application-code.txt", encoding: .utf8)
        #expect(try await folder.licenseRequest() == code)
        #expect(try await folder.delete("a", by: self.admin).deleted.map(\.id) == ["a"])
        #expect(try await self.open(.withoutWriting).list().isEmpty)
    }

    @Test("Looking at a folder that does not exist writes nothing")
    func lookingWritesNothing() async throws {
        let folder = try await self.open(.withoutWriting)
        #expect(try await folder.list().isEmpty)
        #expect(try await folder.reload(by: self.admin).active.isEmpty)
        #expect(try await folder.history().isEmpty)
        #expect(folder.findings.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: self.parent).isEmpty)
    }

    @Test("Links, FIFOs, devices and folders are no licenses, and nothing hangs", .tags(.p50))
    func otherFiles() async throws {
        let folder = try await self.open()
        let text = try self.file(.base().id("a"))
        try FileManager.default.createDirectory(atPath: self.path + "/..2027", withIntermediateDirectories: false)
        try Data(text).write(to: URL(filePath: self.path + "/..2027/a.lic"))
        try Data(text).write(to: URL(filePath: self.parent + "/outside.lic"))
        func link(_ name: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(atPath: self.path + "/" + name, withDestinationPath: target)
        }
        // As Kubernetes mounts a secret.
        try link("..data", to: "..2027")
        try link("mounted.lic", to: "..data/a.lic")
        try link("absolute.lic", to: self.path + "/..2027/a.lic")
        try link("dangling.lic", to: "nothing")
        try link("device.lic", to: "/dev/zero")
        try link("loop.lic", to: "loop.lic")
        try link("outside.lic", to: "../outside.lic")
        #expect(mkfifo(self.path + "/fifo.lic", 0o600) == 0)
        try FileManager.default.createDirectory(atPath: self.path + "/folder.lic", withIntermediateDirectories: false)

        // A busy machine delays some of several attempts, and a call that hangs delays all.
        var last: LicenseReload?
        var time = Duration.seconds(2)
        for _ in 0..<5 where time >= .seconds(2) {
            let start = ContinuousClock.now
            last = try await folder.reload(by: self.admin)
            time = ContinuousClock.now - start
        }
        #expect(time < .seconds(2))
        let reload = try #require(last)
        #expect(reload.active.map(\.id) == ["a"])
        let problems = Dictionary(uniqueKeysWithValues: reload.findings.map { ($0.file ?? "", $0.error ?? "") })
        #expect(
            problems == [
                "absolute.lic": "link", "dangling.lic": "ENOENT", "device.lic": "link", "fifo.lic": "not-regular",
                "folder.lic": "not-regular", "loop.lic": "link", "outside.lic": "link",
            ]
        )
        for name in ["fifo.lic", "folder.lic"] {
            let error = await #expect(throws: LicenseStoreError.self) {
                try await folder.install(contentsOf: self.path + "/" + name, by: self.admin)
            }
            #expect(error?.code == .unreadable)
        }
    }

    @Test("Files with any name and of any size are read, and large ones are a finding")
    func oddNames() async throws {
        let folder = try await self.open()
        let text = try self.file(.base().id("a"))
        let names: [[UInt8]] = [[0xFF, 0xFE], Array("a b\n\"'".utf8), Array("中文\u{202E}".utf8), Array("-f".utf8)]
        for name in names {
            let path = Array(self.path.utf8) + [0x2F] + name + Array(".lic".utf8) + [0]
            let stream = path.withUnsafeBytes { fopen($0.bindMemory(to: CChar.self).baseAddress!, "w") }
            text.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, stream) }
            fclose(stream!)
        }
        #expect(FileManager.default.createFile(atPath: self.path + "/large.lic", contents: Data(count: 262_145)))
        let reload = try await folder.reload(by: self.admin)
        #expect(reload.active.map(\.id) == ["a"])
        #expect(reload.findings.map(\.error) == ["too-large"])
        #expect(try await folder.list().first?.files.count == names.count)
        try await folder.delete("a", by: self.admin)
        #expect(try await folder.list().isEmpty)
    }

    @Test("A FIFO, a link or a folder in the private part is not opened, and nothing hangs", .tags(.p50))
    func otherPrivateFiles() async throws {
        _ = try await self.open()
        let file = try self.file(.base().id("a"))
        let privatePath = self.path + "/private"
        for name in ["lock", "history.jsonl", "refusals.jsonl", "time.0", "time.1", "change.json", "problems.json"] {
            for kind in ["FIFO", "link", "folder"] {
                let place = "\(kind) at \(name)"
                let path = privatePath + "/" + name
                try? FileManager.default.removeItem(atPath: path)
                switch kind {
                case "FIFO": #expect(mkfifo(path, 0o600) == 0)
                case "link": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
                default: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
                }
                let folder = try await self.open()
                do {
                    try await folder.install(file, by: self.admin, activates: true)
                    try await folder.delete("a", by: self.admin)
                    #expect(name != "lock", "\(place)")
                } catch {
                    #expect(name == "lock" && error.code == .storageFailed && error.file == "private/lock", "\(place)")
                }
                // The store replaces some of them.
                try? FileManager.default.removeItem(atPath: path)
                #expect(try await self.open(.withoutWriting).list().isEmpty, "\(place)")
            }
        }
    }

    @Test("A link, FIFO or file in place of the folder or its private part is an error")
    func otherFolders() async throws {
        #expect(mkfifo(self.path, 0o600) == 0)
        let error = await #expect(throws: LicenseStoreError.self) { try await self.open() }
        #expect(error?.systemError == "ENOTDIR")
        try FileManager.default.removeItem(atPath: self.path)

        // The path of the folder itself may be a link, as a mount often is.
        try FileManager.default.createDirectory(atPath: self.parent + "/real", withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: self.path, withDestinationPath: "real")
        let folder = try await self.open()
        try await folder.install(self.file(.base().id("a")), by: self.admin, activates: true)
        #expect(folder.findings.isEmpty)

        try FileManager.default.moveItem(atPath: self.path + "/private", toPath: self.parent + "/elsewhere")
        let target = self.parent + "/elsewhere"
        try FileManager.default.createSymbolicLink(atPath: self.path + "/private", withDestinationPath: target)
        let linked = try await self.open()
        #expect(linked.gate.allows(.operate(.base)))
        #expect(linked.findings.contains { $0.code == .identityIncomplete || $0.code == .nodeKeyUnreadable })
        let refused = await #expect(throws: LicenseStoreError.self) {
            try await linked.install(self.file(.plus("m").id("b")), by: self.admin)
        }
        #expect(refused?.code == .storageFailed)
    }

    @Test("Ten thousand files with odd names are read, and only licenses count")
    func manyFiles() async throws {
        let folder = try await self.open()
        try await folder.install(self.file(.base().id("a")), by: self.admin, activates: true)
        for number in 0..<10_000 {
            // Names of bytes that are no UTF-8, hidden ones, and ones with line breaks.
            let name = [Array("\n\(number)".utf8), [0xFF, UInt8(number % 251 + 1)], Array(".\(number)".utf8)][
                number % 3
            ]
            let end = Array((number % 50 == 0 ? "-\(number).lic" : "-\(number).txt").utf8)
            let path = Array(self.path.utf8) + [0x2F] + name.map { $0 == 0x2F ? 0x30 : $0 } + end + [0]
            let file = path.withUnsafeBytes { creat($0.bindMemory(to: CChar.self).baseAddress!, 0o644) }
            try #require(file >= 0)
            close(file)
        }
        let reload = try await folder.reload(by: self.admin)
        #expect(reload.active.map(\.id) == ["a"])
        // Two in three of the license files are not hidden, and all of these are empty.
        #expect(reload.findings.count == 133)
        #expect(reload.findings.allSatisfy { $0.code == .reloadFailed && $0.error == "malformed" })
        #expect(try await self.open().findings == reload.findings)
    }

    @Test("Two folders that install at once lose nothing")
    func concurrentInstallations() async throws {
        let folders = [try await self.open(), try await self.open()]
        let files = try (0..<24).map { try self.file(.plus("m").id(try LicenseID("l\($0)"))) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, file) in files.enumerated() {
                group.addTask {
                    try await folders[number % 2].install(file, by: self.admin, activates: number.isMultiple(of: 5))
                    _ = folders[number % 2].gate.allows(.operate(.base))
                }
            }
            group.addTask {
                for _ in 0..<8 {
                    try await folders[0].reload(by: self.admin)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await folders[1].reload(by: self.admin).active.count == 24)
        #expect(try await folders[0].list().count == 24)
        let history = try await folders[0].history()
        #expect(history.filter { $0.event == .install }.count == 24)
    }

    @Test("Running saves the time, and once more when it is canceled")
    func running() async throws {
        let folder = try await self.open()
        try await folder.install(self.file(.base().id("a")), by: self.admin, activates: true)
        let before = try #require(folder.witness)
        let task = Task { await folder.run(every: .milliseconds(5)) }
        while try #require(folder.witness).generation < before.generation + 2 {
            try await Task.sleep(for: .milliseconds(2))
        }
        task.cancel()
        await task.value
        let saved = try #require(folder.witness)
        let canceled = Task { await folder.run() }
        canceled.cancel()
        await canceled.value
        #expect(try #require(folder.witness).generation == saved.generation + 1)
    }

    @Test("Observers get each change and new findings, until the folder is released")
    func changes() async throws {
        var folder: LicenseFolder? = try await self.open()
        let changes = try #require(folder).changes()
        try await folder?.install(self.file(.base().id("a")), by: self.admin)
        _ = FileManager.default.createFile(atPath: self.path + "/bad.lic", contents: Data("bad".utf8))
        try await folder?.reload(by: self.admin)
        try await folder?.delete("a", by: self.admin)
        await folder?.saveTime()
        folder = nil
        var names: [String] = []
        var generations: [Int?] = []
        for await change in changes {
            names.append("\(change)")
            generations.append(change.witness?.generation)
        }
        #expect(
            names == [
                "time-saved", "installed: a", "findings: reload-failed (bad.lic): malformed", "reloaded: a",
                "time-saved: 2027-01-01T00:00:00Z", "deleted: a", "time-saved: 2027-01-01T00:00:00Z",
            ]
        )
        #expect(generations == [1, nil, nil, nil, 2, nil, 3])
    }

    @Test("Observers start with the findings that there are already")
    func earlierFindings() async throws {
        try await self.open().install(self.file(.base().id("a")), by: self.admin)
        _ = FileManager.default.createFile(atPath: self.path + "/bad.lic", contents: Data("bad".utf8))
        let folder = try await self.open()
        var changes = folder.changes().makeAsyncIterator()
        #expect(await changes.next()?.findings == folder.findings)
        #expect(folder.findings.map(\.file) == ["bad.lic"])
        #expect(await changes.next()?.witness == folder.witness)
    }

    @Test("A plan is shown first and installed later")
    func plan() async throws {
        let folder = try await self.open()
        let plan = try await folder.plan(installing: self.file(.base().id("a")))
        #expect(plan.preview.gained.contains(.operate(.base)))
        #expect(try await folder.list().isEmpty)
        try await folder.install(plan, by: self.admin, file: "a\u{1B}.lic", activates: true)
        #expect(folder.gate.allows(.operate(.base)))
        #expect(try await folder.history().first?.file == "a\\u{1b}.lic")
    }

    @Test("A folder without a parent, or a file in its place, is an error that says where")
    func noFolder() async throws {
        let folder = try await self.open(at: self.parent + "/nothing/licenses")
        let error = await #expect(throws: LicenseStoreError.self) {
            try await folder.install(self.file(.base().id("a")), by: self.admin)
        }
        #expect(error?.systemError == "ENOENT")
        #expect(error?.message.english.contains("because the folder that contains it does not exist") == true)
        #expect(folder.findings.map(\.code) == [.identityIncomplete])

        _ = FileManager.default.createFile(atPath: self.path, contents: Data())
        let other = await #expect(throws: LicenseStoreError.self) { try await self.open() }
        #expect(other?.code == .storageFailed)
        #expect(other?.systemError == "ENOTDIR")
        #expect(other?.file == self.path)
    }
}
#endif
