import Foundation
import LicenseStore

/// Changes a folder on a disk of a few KiB, on a read-only disk, and with owners that are wrong.
///
/// It needs the right to mount.
struct DiskRun {
    let place: Place
    private let failures = Failures()

    /// The disk, a file system in memory of a chosen size.
    private var mountPoint: String {
        self.place.path("disk")
    }

    private var disk: Place {
        self.place.with(home: self.mountPoint + "/home")
    }

    func run() async throws -> Int32 {
        try FileManager.default.createDirectory(atPath: self.mountPoint, withIntermediateDirectories: true)
        guard try self.mount("tmpfs", "size=8k") else {
            print("skipped: mounting is not permitted")
            return 0
        }
        try self.unmount()
        let sizes = Array(stride(from: 4, through: 64, by: 4))
        for size in sizes {
            try await self.onMount("size=\(size)k") { try await self.fill(size) }
        }
        try await self.onMount("size=1m") { try await self.readOnly() }
        try await self.onMount("size=1m") { try await self.owners() }
        print("full disks: \(sizes.count), read-only disks: 1, \(self.failures.count) failures")
        return self.failures.count == 0 ? 0 : 1
    }

    /// Opens a folder on a full disk, fills the disk, and repeats everything once there is space.
    private func fill(_ size: Int) async throws {
        let folder = try await self.disk.open(.creating)
        var installed: Set<String> = []
        for id in ["x", "a", "r0", "r1"] {
            do {
                try await folder.install(contentsOf: self.place.path("\(id).lic"), by: .admin, activates: true)
                installed.insert(id)
            } catch {
                let isClear =
                    error.code == .storageFailed && error.systemError == "ENOSPC"
                    && error.message.english != error.message.simplifiedChinese
                self.failures.check(isClear, "\(size) KiB, install \(id): \(error)")
            }
        }
        self.failures.check(folder.gate.allows(.operate(.base)) == !installed.isEmpty, "\(size) KiB: the gate")
        let again = try await self.disk.open(.creating)
        let found = Set(try await again.list().map(\.license.id.rawValue))
        self.failures.check(found == installed, "\(size) KiB: \(found.sorted()) and not \(installed.sorted())")
        if let id = found.min() {
            try await again.delete(try .init(id), by: .admin)
        }

        try self.remount("size=1m")
        let server = try await self.disk.open(.creating)
        for id in ["x", "a", "r0", "r1"] {
            try await server.install(contentsOf: self.place.path("\(id).lic"), by: .admin)
        }
        let reload = try await server.reload(by: .admin)
        self.failures.check(reload.active.count == 4, "\(size) KiB, later: \(reload.active.map(\.id))")
        self.failures.check(reload.findings.isEmpty, "\(size) KiB, later: \(reload.findings)")
        self.failures.check(self.disk.temporaries.isEmpty, "\(size) KiB, later: temporary files are left")
    }

    private func readOnly() async throws {
        let path = self.place.path("x.lic")
        try await self.disk.open(.creating).install(contentsOf: path, by: .admin)
        try self.remount("ro")
        let folder = try await self.disk.open(.creating)
        self.failures.check(folder.gate.allows(.operate(.base)), "read-only: the gate")
        let codes = folder.findings.map(\.code.rawValue)
        self.failures.check(codes.contains("time-not-saved"), "read-only: \(folder.findings)")
        do {
            try await folder.install(contentsOf: self.place.path("a.lic"), by: .admin)
            self.failures.check(false, "read-only: installed")
        } catch {
            self.failures.check(error.systemError == "EROFS", "read-only: \(error)")
        }
        let reload = try await folder.reload(by: .admin)
        self.failures.check(reload.active.map(\.id) == ["x"], "read-only: \(reload.active.map(\.id))")
        try self.remount("rw")
        try await folder.install(contentsOf: self.place.path("a.lic"), by: .admin, activates: true)
        await folder.saveTime()
        self.failures.check(folder.findings.isEmpty, "writable again: \(folder.findings)")
    }

    private func owners() async throws {
        try await self.disk.open(.creating).install(contentsOf: self.place.path("x.lic"), by: .admin)
        let files = ["private", "private/node.key", "private/time.0"]
        for name in files {
            self.give(name, to: 12_345)
        }
        let folder = try await self.disk.open(.creating)
        let unsafe = folder.findings.filter { $0.code == .unsafeMode }.compactMap(\.file)
        // Saving the time replaces one of its two files.
        self.failures.check(Set(unsafe).isSubset(of: files) && unsafe.count >= 2, "owners: \(folder.findings)")
        self.failures.check(folder.gate.allows(.operate(.base)), "owners: the gate")

        // The whole folder belongs to the user of a product, and this process is root.
        for name in [""] + files {
            self.give(name, to: 12_345)
        }
        let before = try FileManager.default.subpathsOfDirectory(atPath: self.disk.home)
        let product = try await self.disk.open(.creating)
        try await product.install(contentsOf: self.place.path("a.lic"), by: .admin, activates: true)
        self.failures.check(product.findings.isEmpty, "owners of a product: \(product.findings)")
        let new = try FileManager.default.subpathsOfDirectory(atPath: self.disk.home).filter { !before.contains($0) }
        self.failures.check(!new.isEmpty, "owners of a product: no new file")
        for name in new {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(self.disk.home)/\(name)")
            let owner = attributes[.ownerAccountID] as? Int
            self.failures.check(owner == 12_345, "owners of a product: \(name), \(owner ?? -1)")
        }
    }

    private func give(_ name: String, to user: uid_t) {
        self.failures.check(chown("\(self.disk.home)/\(name)", user, user) == 0, "chown \(name)")
    }

    private func onMount(_ options: String, _ body: () async throws -> Void) async throws {
        guard try self.mount("tmpfs", options) else {
            throw POSIXError(.EPERM)
        }
        do {
            try await body()
        } catch {
            self.failures.check(false, "\(options): \(error)")
        }
        try self.unmount()
    }

    private func mount(_ type: String, _ options: String) throws -> Bool {
        try Subprocess(["mount", "-t", type, "-o", options, type, self.mountPoint]).wait() == 0
    }

    private func remount(_ options: String) throws {
        let status = try Subprocess(["mount", "-o", "remount,\(options)", self.mountPoint]).wait()
        self.failures.check(status == 0, "remount \(options)")
    }

    private func unmount() throws {
        self.failures.check(try Subprocess(["umount", self.mountPoint]).wait() == 0, "umount")
    }
}

/// Counts and prints what does not hold.
final class Failures: @unchecked Sendable {
    private(set) var count = 0

    func check(_ condition: Bool, _ problem: @autoclosure () -> String) {
        if !condition {
            self.count += 1
            print(problem())
        }
    }
}
