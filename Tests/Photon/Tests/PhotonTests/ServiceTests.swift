import InMemoryLogging
import LicenseStore
import LicenseTesting
import Licensing
import Logging
import ServiceLifecycle
import Testing

@testable import PhotonCore

struct ServiceTests {
    /// Runs the service until a condition holds, and then shuts it down.
    private func run(_ world: PhotonWorld, until condition: @escaping @Sendable () -> Bool) async throws {
        let group = ServiceGroup(services: [world.service], logger: Logger(label: "test") { _ in world.logs })
        async let running: Void = group.run()
        while !condition() {
            try await Task.sleep(for: .milliseconds(5))
        }
        await group.triggerGracefulShutdown()
        try await running
    }

    @Test("A change of the licenses is logged as a warning", .timeLimit(.minutes(1)))
    func changes() async throws {
        let world = try await PhotonWorld(.base())
        try await self.run(world) {
            // Repeats the change, because the service may not observe changes yet.
            world.service.gate.update([])
            world.service.gate.update(world.test.licensing.licenses)
            return world.messages.contains { $0.hasPrefix("License state changed: [status of base: ") }
        }
        #expect(world.logs.entries.contains { $0.level == .warning })
    }

    @Test("Reminders and findings are logged at the start", .timeLimit(.minutes(1)))
    func notices() async throws {
        let world = try await PhotonWorld(.base(days: 3), .plus("replication").bound(to: "other"))
        try await self.run(world) { world.messages.count { $0.hasPrefix("License notice: ") } == 2 }
        #expect(
            world.messages.contains { $0.hasPrefix("License notice: The license for Photon expires within 3 days") }
        )
        #expect(world.messages.contains { $0.contains("is bound to other nodes") })
    }

    @Test("The time is saved at the start and when the server shuts down", .timeLimit(.minutes(1)))
    func shutdown() async throws {
        let world = try await PhotonWorld(.base())
        #expect(world.test.folder.witness?.mark == TestLicenseClock.start)
        try await self.run(world) {
            world.clock.advance(days: 3)
            return true
        }
        #expect(try await world.restarted().witness?.mark == TestLicenseClock.start.advanced(byDays: 3))
    }
}
