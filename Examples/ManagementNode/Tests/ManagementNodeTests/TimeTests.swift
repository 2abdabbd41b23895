import Foundation
import LicenseStore
import LicenseTesting
import Licensing
import Testing

@testable import ManagementNode

@Suite("The trusted time")
struct TimeTests {
    @Test("A license folder that is restored from a copy continues from the time in the database")
    func restored() async throws {
        let world = try await NodeWorld()
        try await world.install(.base(days: 5))
        let (folder, copy) = ("\(world.path)/data/licenses", "\(world.path)/copy")
        try FileManager.default.copyItem(atPath: folder, toPath: copy)

        // The license has expired, and the node has saved the time.
        world.clock.advance(days: 6)
        await world.server.licenses.folder.saveTime()
        let witness = try #require(world.server.licenses.folder.witness)
        try await NodeRecord.save(witness, in: world.server.database)

        // An administrator restores the folder, and sets the clock back.
        try FileManager.default.removeItem(atPath: folder)
        try FileManager.default.copyItem(atPath: copy, toPath: folder)
        world.clock.set(to: TestLicenseClock.start)
        world.clock.restart()
        let restarted = try await NodeServer(
            world.server.configuration,
            in: world.folder,
            logger: world.server.logger,
            printPassword: { _ in Issue.record("A restart prints a password") }
        )
        #expect(restarted.licenses.folder.findings.map(\.code) == [.timeRestored])
        #expect(restarted.licenses.gate.entitlements.base.state == .expired)
        #expect(restarted.node.uuid == world.server.node.uuid)
    }

    @Test("The monitor has saved the folder's latest time in the database when it ends")
    func monitor() async throws {
        let world = try await NodeWorld()
        let monitor = LicenseMonitor(
            folder: world.server.licenses.folder,
            database: world.server.database,
            logger: world.server.logger
        )
        let service = Task { try await monitor.run() }
        func saved() async throws -> Bool {
            try await NodeRecord.fetchOrInsert(in: world.server.database, at: world.clock.now).timeWitness != nil
        }
        service.cancel()
        try await service.value
        #expect(try await saved())
        let record = try await NodeRecord.fetchOrInsert(in: world.server.database, at: world.clock.now)
        #expect(record.witness(world.server.logger) == .only(try #require(world.server.licenses.folder.witness)))
        let damaged = NodeRecord(createdAt: world.clock.now, timeWitness: Data("{}".utf8))
        #expect(damaged.witness(world.server.logger) == .any)
    }
}
