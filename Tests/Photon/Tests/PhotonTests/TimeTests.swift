import Foundation
import Hummingbird
import LicenseStore
import LicenseTesting
import Licensing
import Logging
import ServiceLifecycle
import Testing

@testable import PhotonCore

struct TimeTests {
    @Test("Setting the clock back during a restart does not extend a license")
    func setBack() async throws {
        let world = try await PhotonWorld()
        try await world.send(.post, "/license", try world.file(for: .base(days: 10)))
        world.clock.advance(days: 11)
        await world.test.folder.saveTime()

        world.clock.set(to: TestLicenseClock.start)
        let gate = try await world.restarted().gate
        #expect(gate.entitlements.base.status == .expired)
        #expect(gate.findings.map(\.code) == [.clockSuspect])
    }

    @Test("A saved time that cannot be read is a finding, and the licenses count")
    func unreadable() async throws {
        let world = try await PhotonWorld(.base())
        for slot in 0...1 {
            try world.test.write("{}", to: "private/time.\(slot)")
        }
        let folder = try await world.restarted()
        #expect(folder.findings.map(\.code) == [.timeUnreadable])
        #expect(folder.gate.entitlements.base.status == .valid)
    }

    @Test("A damaged license file is logged at the start, and the other licenses count", .timeLimit(.minutes(1)))
    func damaged() async throws {
        let world = try await PhotonWorld(.base())
        try world.test.write("damaged", to: "other.lic")
        let folder = try await world.restarted()
        #expect(folder.gate.entitlements.base.status == .valid)
        let service = LicenseService(folder, Logger(label: "photon") { _ in world.logs })
        let group = ServiceGroup(services: [service], logger: Logger(label: "test") { _ in world.logs })
        async let running: Void = group.run()
        while !world.messages.contains(where: { $0.hasPrefix("License notice: The file other.lic") }) {
            try await Task.sleep(for: .milliseconds(5))
        }
        await group.triggerGracefulShutdown()
        try await running
    }
}
