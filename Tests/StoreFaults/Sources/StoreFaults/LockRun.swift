import Foundation
import LicenseStore

/// Several processes at once, and a process that stops or dies while it has the lock.
struct LockRun {
    let place: Place

    func run() async throws -> Int32 {
        let failures = try await self.installTogether() + self.stopped()
        print("locks: \(failures) failures")
        return failures == 0 ? 0 : 1
    }

    /// Two processes install licenses at the same time, and none is lost.
    private func installTogether() async throws -> Int {
        try self.place.removeHome()
        let workers = try (0..<2)
            .map { number in
                try Subprocess([CommandLine.arguments[0], "installer", self.place.root, "\(number)"])
            }
        let statuses = workers.map { $0.wait() }
        let folder = try await self.place.open(.withoutWriting)
        let ids = Set(try await folder.list().map(\.license.id.rawValue))
        let expected = Set((0..<RandomWorker.count).map { "r\($0)" })
        let history = try await folder.history().count { $0.event == .install }
        guard statuses == [0, 0], ids == expected, folder.findings.isEmpty, history == expected.count else {
            print("two processes: \(statuses), \(ids.sorted()), \(folder.findings), \(history) entries")
            return 1
        }
        return 0
    }

    /// Installs every second license, in the process that `installTogether` starts.
    func install(_ number: Int) async throws {
        let folder = try await self.place.open(.creating)
        for index in 0..<RandomWorker.count where index % 2 == number {
            try await folder.install(contentsOf: self.place.path("r\(index).lic"), by: .admin, activates: true)
        }
    }

    /// A process that is stopped with the lock makes others say so, and one that is killed with it stops no one.
    private func stopped() async throws -> Int {
        try await self.place.prepare(.installOne)
        try self.place.restore()
        let tracer = Tracer(place: self.place)
        let worker = try tracer.start(.installOne, "fsync:signal=SIGSTOP:when=1")
        defer { kill(worker.pid, SIGKILL) }
        while !(tracer.hasStopped && worker.isStopped) {
            usleep(1_000)
        }
        let start = ContinuousClock.now
        var code = "none"
        do {
            let folder = try await self.place.open(.withoutWriting)
            try await folder.install(contentsOf: self.place.path("a.lic"), by: .admin)
        } catch let error as LicenseStoreError {
            code = error.code.rawValue
        }
        let waited = ContinuousClock.now - start
        kill(worker.pid, SIGKILL)
        worker.wait()
        let folder = try await self.place.open(.creating)
        try await folder.install(contentsOf: self.place.path("a.lic"), by: .admin)
        guard code == "locked", waited >= .seconds(5), folder.findings.isEmpty, self.place.temporaries.isEmpty else {
            print("stopped with the lock: \(code) after \(waited), \(folder.findings)")
            return 1
        }
        return 0
    }
}
