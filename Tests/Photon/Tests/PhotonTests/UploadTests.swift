import Hummingbird
import HummingbirdTesting
import LicenseStore
import LicenseTesting
import Licensing
import Testing

@testable import PhotonCore

struct UploadTests {
    @Test("A preview reports changes and does not make them")
    func preview() async throws {
        let world = try await PhotonWorld(.base())
        let file = try world.file(for: .plus("replication", days: 30))
        let answer = try await world.send(.post, "/license/preview", file)
        #expect(answer.status == .ok)

        let preview = try answer.decode(EntitlementsPreview.self)
        #expect(preview.gained == [.view(.module("replication")), .operate(.module("replication"))])
        #expect(preview.after[.module("replication")]?.status == .activated)
        #expect(preview.warnings.isEmpty)
        #expect(try await world.send(.post, "/replication/start").status == .forbidden)
    }

    @Test("A confirmed upload takes effect immediately and survives a restart")
    func install() async throws {
        let world = try await PhotonWorld()
        let file = try world.file(for: .base(), .plus("replication", days: 30))
        #expect(try await world.send(.post, "/license", file).status == .ok)
        #expect(try await world.send(.post, "/replication/start").status == .ok)
        #expect(try await world.restarted().gate.allows(.replicate))
    }

    @Test("A preview warns of lower limits")
    func lowerLimits() async throws {
        let world = try await PhotonWorld(.base().limited(to: ["cores": 8, "databases": 5]))
        world.clock.advance(days: 1)
        let smaller = try world.file(for: .base(days: 730).limited(to: ["cores": 8, "databases": 3]))
        let preview = try await world.send(.post, "/license/preview", smaller).decode(EntitlementsPreview.self)
        #expect(preview.warnings.map(\.code) == [.smallerLicense, .limitLowered])
        #expect(preview.warnings.last?.message["en"] == "The limit on databases for Photon will drop from 5 to 3.")
    }

    @Test("A preview warns of an add-on that expired long ago")
    func expiredAddOn() async throws {
        let world = try await PhotonWorld(.base())
        let old = try world.file(for: .plus("vector-search").expired(daysAgo: 400))
        let preview = try await world.send(.post, "/license/preview", old).decode(EntitlementsPreview.self)
        #expect(preview.warnings.map(\.code) == [.expired, .loginRedirect])
    }

    @Test("A different license with an existing id is refused")
    func conflict() async throws {
        let world = try await PhotonWorld()
        let (first, second) = (TestLicense.base().id("photon-1"), TestLicense.base(days: 30).id("photon-1"))
        #expect(try await world.send(.post, "/license", try world.file(for: first)).status == .ok)

        let answer = try await world.send(.post, "/license", try world.file(for: second))
        #expect(answer.status == .conflict)
        let report = try answer.decode(LicenseStoreErrorReport.self)
        #expect(report.code == .idConflict && report.licenseIDs == ["photon-1"])
        #expect(world.service.gate.licenses.count == 1)
        #expect(try await world.restarted().gate.licenses.count == 1)
    }

    @Test("A refused file has no effect, and the response has the reason")
    func refused() async throws {
        let world = try await PhotonWorld(.base())
        for code in LicenseError.Code.known {
            let answer = try await world.send(.post, "/license", try world.test.licensing.file(refusedWith: code))
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.decode(LicenseStoreErrorReport.self).licenseError?.code == code)
        }
        #expect(world.service.gate.licenses == world.test.licensing.licenses)
    }

    @Test("No license is lost in eight concurrent uploads")
    func concurrency() async throws {
        let world = try await PhotonWorld(.base())
        let files = try (1...8).map { try world.file(for: .plus("replication", days: $0)) }
        try await withThrowingTaskGroup { group in
            for file in files {
                group.addTask { try await world.send(.post, "/license", file).status }
            }
            for try await status in group {
                #expect(status == .ok)
            }
        }
        #expect(world.service.gate.licenses.count == 9)
        #expect(try await world.restarted().gate.licenses.count == 9)
    }
}
