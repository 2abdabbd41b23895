import Hummingbird
import HummingbirdTesting
import LicenseTesting
import Licensing
import Testing

@testable import PhotonCore

struct GateTests {
    @Test("The routes of a module work until its license expires")
    func expiry() async throws {
        let world = try await PhotonWorld(.base(), .plus("replication", days: 13))
        #expect(try await world.send(.post, "/replication/start").status == .ok)

        world.clock.advance(days: 13)
        let answer = try await world.send(.post, "/replication/start")
        #expect(answer.status == .forbidden)
        #expect(try answer.decode(DenialReport.self).reasons.map(\.code) == [.moduleExpired])
        #expect(try await world.send(.post, "/query").status == .ok)
    }

    @Test("A denial has every reason and its remedy in all languages")
    func denial() async throws {
        let world = try await PhotonWorld()
        let answer = try await world.send(.post, "/search")
        #expect(answer.status == .forbidden)

        let denial = try answer.decode(DenialReport.self)
        #expect(denial.reasons.map(\.code) == [.baseMissing, .moduleNotActivated])
        #expect(
            denial.reasons.map(\.remedy?["en"]) == [
                "Import a license for Photon.", "Import a license for vector search.",
            ]
        )
        #expect(denial.reasons.map(\.remedy?["zh-Hans"]) == ["请导入Photon许可证。", "请导入向量搜索模块许可证。"])
        #expect(
            denial.message["de"] == "Für Photon ist keine Lizenz geladen.\nFür Vektorsuche ist keine Lizenz geladen."
        )
    }

    @Test("Queries work until the end of the grace period")
    func grace() async throws {
        let world = try await PhotonWorld(.base(days: 10).graceDays(14))
        world.clock.advance(days: 10)
        #expect(try await world.send(.get, "/license").decode(EntitlementsReport.self).base.status == .grace)
        #expect(try await world.send(.post, "/query").status == .ok)

        world.clock.advance(days: 14)
        #expect(try await world.send(.get, "/license").decode(EntitlementsReport.self).base.status == .expired)
        #expect(try await world.send(.post, "/query").status == .forbidden)
    }

    @Test("A reminder appears less than 14 days before the end")
    func reminder() async throws {
        let world = try await PhotonWorld(.base(days: 15))
        world.clock.advance(days: 1)
        #expect(try await world.send(.get, "/license/reminders").text == "[]")

        world.clock.advance(seconds: 1)
        let reminders = try await world.send(.get, "/license/reminders").decode([LicenseNotice<LicenseReminder>].self)
        #expect(reminders.map(\.daysRemaining) == [14])
        #expect(
            reminders.map(\.message["de"]) == [
                "Die Lizenz für Photon endet in 14 Tagen, am 2027-01-16T00:00:00Z. Wenden Sie sich an den Photon-Support."
            ]
        )
    }

    @Test("The status page is in the language of the request")
    func about() async throws {
        let world = try await PhotonWorld(.base(), .plus("vector-search").expired())
        #expect(try await world.send(.get, "/license/about", in: "fr").text.contains("vector search: expired"))
        #expect(try await world.send(.get, "/license/about", in: "zh-CN, en;q=0.5").text.contains("向量搜索：过期"))
        #expect(try await world.send(.get, "/license/about", in: "de-AT").text.contains("Vektorsuche: abgelaufen"))
    }
}
