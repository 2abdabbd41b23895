import Foundation
import Hummingbird
import LicenseTesting
import Licensing
import Testing

@testable import PhotonCore

struct TimeTests {
    @Test("Setting the clock back during a restart does not extend a license")
    func setBack() async throws {
        let world = try PhotonWorld()
        try await world.send(.post, "/license", try world.file(for: .base(days: 10)))
        world.clock.advance(days: 11)
        try world.files.save(world.service.gate.trustedClock)

        world.clock.set(to: TestLicenseClock.start)
        let gate = try world.restarted()
        #expect(gate.entitlements.base.status == .expired)
        #expect(gate.findings.map(\.code) == [.clockSuspect])
    }

    @Test("The saved time never goes back")
    func latest() throws {
        let world = try PhotonWorld(.base())
        let early = world.service.gate.trustedClock
        world.clock.advance(days: 5)
        let late = world.service.gate.trustedClock
        try world.files.save(late)
        try world.files.save(early)
        #expect(try world.files.trustedClock().mark == late.mark)
    }

    @Test("A saved time that cannot be read is an error, not a first start")
    func unreadable() throws {
        let world = try PhotonWorld()
        #expect(try world.files.trustedClock() == .firstStart)
        try Data("{}".utf8).write(to: world.folder.appending(path: "time.json"))
        #expect(throws: DecodingError.self) { try world.files.trustedClock() }
    }

    @Test("A damaged license file is logged and does not prevent the start")
    func damaged() async throws {
        let world = try PhotonWorld()
        try await world.send(.post, "/license", try world.file(for: .base()))
        try Data("damaged".utf8).write(to: world.folder.appending(path: "licenses/other.lic"))
        #expect(try world.restarted().entitlements.base.status == .valid)
        #expect(world.messages.contains { $0.hasPrefix("The license file other.lic is not used: malformed") })
    }
}
