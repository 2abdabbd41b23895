import Hummingbird
import HummingbirdTesting
import LicenseTesting
import Licensing
import Testing

@testable import PhotonCore

struct LimitTests {
    @Test("A database over the limit is refused until another one is removed")
    func limit() async throws {
        let world = try await PhotonWorld(.base().limited(to: ["cores": 8, "databases": 2]))
        #expect(try await world.send(.put, "/databases/a").status == .created)
        #expect(try await world.send(.put, "/databases/b").status == .created)

        let answer = try await world.send(.put, "/databases/c")
        #expect(answer.status == .forbidden)
        #expect(
            try answer.decode(DenialReport.self).reasons.flatMap(\.shortages) == [
                LimitShortage(unit: "databases", limit: 2, used: 2, requested: 1)
            ]
        )
        #expect(try await world.send(.delete, "/databases/a").status == .noContent)
        #expect(try await world.send(.put, "/databases/c").status == .created)
    }

    @Test("An existing database is not refused and not counted twice")
    func again() async throws {
        let world = try await PhotonWorld(.base().limited(to: ["cores": 8, "databases": 1]))
        #expect(try await world.send(.put, "/databases/a").status == .created)
        #expect(try await world.send(.put, "/databases/a").status == .created)
        #expect(try await world.send(.get, "/databases").decode([String].self) == ["a"])
    }

    @Test("Exactly one of eight concurrent clients adds the last database")
    func lastDatabase() async throws {
        let world = try await PhotonWorld(.base().limited(to: ["cores": 8, "databases": 3]))
        try await world.send(.put, "/databases/a")
        try await world.send(.put, "/databases/b")
        let statuses = try await withThrowingTaskGroup { group in
            for client in 1...8 {
                group.addTask { try await world.send(.put, "/databases/client-\(client)").status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.count { $0 == .created } == 1)
        #expect(statuses.count { $0 == .forbidden } == 7)
        #expect(try await world.send(.get, "/databases").decode([String].self).count == 3)
    }

    @Test("Queries run on no more cores than the license covers")
    func cores() async throws {
        let world = try await PhotonWorld(.base().limited(to: ["cores": 4, "databases": 1]), machineCores: 16)
        #expect(try await world.send(.post, "/query").decode([String: Int].self) == ["cores": 4])

        let unlimited = try await PhotonWorld(.base().unlimited(), machineCores: 16)
        #expect(try await unlimited.send(.post, "/query").decode([String: Int].self) == ["cores": 16])
    }

    @Test("The status reports the remaining amount of each limit")
    func quotas() async throws {
        let world = try await PhotonWorld(.base().limited(to: ["cores": 4, "databases": 3]))
        try await world.send(.put, "/databases/a")
        let quotas = try await world.send(.get, "/license").decode(EntitlementsReport.self).quotas
        #expect(quotas.map(\.unit) == ["cores", "databases"])
        #expect(quotas.map(\.available) == [.count(0), .count(2)])
    }
}
