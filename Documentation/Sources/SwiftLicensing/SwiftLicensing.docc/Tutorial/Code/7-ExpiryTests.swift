import LicenseTesting
import Licensing
import PhotonCatalog
import Testing

@testable import Photon

@Test("A license ends with a reminder, a grace period and a denial")
func expiry() async throws {
    let test = try await TestLicenseFolder(
        .base(days: 30).bundling("replication").graceDays(7),
        configuration: .testing(.photon)
    )
    let gate = test.folder.gate

    // Reminders start 14 days before the end.
    #expect(gate.report().reminders.isEmpty)
    test.clock.advance(days: 20)
    #expect(gate.report().base.daysCovered == 10)
    #expect(gate.report().reminders.first?.value.kind == .expiring)

    // In the grace period, everything still works.
    test.clock.advance(days: 10)
    #expect(gate.report().base.status == .grace)
    #expect(try await send(.post, "/replication/start", to: test) == .ok)

    // Then replication is denied. Running workloads continue, and the license page still works.
    test.clock.advance(days: 7)
    #expect(try await send(.post, "/replication/start", to: test) == .forbidden)
    #expect(gate.allows(.keepRunning(.base)))
    #expect(try await send(.get, "/license", to: test) == .ok)

    // A renewal is an upload.
    let renewal = try test.licensing.file(for: .base(days: 365).bundling("replication"))
    #expect(try await send(.post, "/license?confirmed=true", renewal, to: test) == .ok)
    #expect(try await send(.post, "/replication/start", to: test) == .ok)
}
