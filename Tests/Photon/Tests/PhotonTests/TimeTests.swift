import Foundation
import Hummingbird
import LicenseTesting
import Licensing
import Testing

@testable import PhotonCore

struct TimeTests {
    @Test("A clock that is set back over a restart gains nothing")
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

    @Test("A saved time that can't be read is an error and no first start")
    func unreadable() throws {
        let world = try PhotonWorld()
        #expect(try world.files.trustedClock() == .firstStart)
        try Data("{}".utf8).write(to: world.folder.appending(path: "time.json"))
        #expect(throws: DecodingError.self) { try world.files.trustedClock() }
    }

    @Test("A license file that is damaged is logged and keeps nothing from starting")
    func damaged() async throws {
        let world = try PhotonWorld()
        try await world.send(.post, "/license", try world.file(for: .base()))
        try Data("damaged".utf8).write(to: world.folder.appending(path: "licenses/other.lic"))
        #expect(try world.restarted().entitlements.base.status == .valid)
        #expect(world.messages.contains { $0.hasPrefix("The license file other.lic is not used: malformed") })
    }
}
