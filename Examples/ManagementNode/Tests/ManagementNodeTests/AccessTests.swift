import HTTPTypes
import Hummingbird
import LicenseStore
import LicenseTesting
import Testing
import ZStackLicensing

@testable import ManagementNode

@Suite("Who can do what")
struct AccessTests {
    /// The routes that need no session.
    private static let open = [
        "GET /health/live", "GET /health/ready", "GET /metrics", "POST /zstack/api", "GET /zstack/v1/licenses",
        "GET /zstack/v1/licenses/addons", "PUT /zstack/v1/accounts/login", "PUT /zstack/v1/iam2/virtual-ids/login",
    ]

    /// The routes that every account can use.
    private static let ordinary = [
        "GET /zstack/v1/licenses/capabilities", "DELETE /zstack/v1/accounts/sessions/{uuid}",
        "GET /zstack/v1/management-nodes", "GET /zstack/v1/hosts", "GET /zstack/v1/hosts/{uuid}",
        "GET /zstack/v1/vcenters/hosts", "GET /zstack/v1/backup-storage", "GET /zstack/v1/backup-storage/{uuid}",
        "GET /zstack/v1/primary-storage", "GET /zstack/v1/primary-storage/{uuid}", "GET /api/license",
    ]

    @Test("Every route but the open ones needs a session, and every change an administrator")
    func routes() async throws {
        let world = try await NodeWorld()
        // The pages have other answers: PageVisitTests has them.
        let pages = Set(world.pageRoutes.map { "\($0.method) \($0.path)" })
        let routes = world.server.makeRouter().routes.map { ($0.method, $0.path.description) }
            .filter { !pages.contains("\($0.0) \($0.1)") }
        #expect(routes.count > 30)
        try await world.run { client in
            let (ordinary, forged) = (try await client.ordinary(), String(repeating: "0", count: 32))
            for (method, path) in routes {
                let name = "\(method) \(path)"
                let isAPI = path.hasPrefix("/api")
                if Self.open.contains(name) {
                    continue
                }
                #expect(try await client(method, path).status == 400, "\(name)")
                var attacker = client
                attacker.session = forged
                let refused = try await attacker(method, path)
                #expect(isAPI ? refused.status == 401 : refused.code == "ID.1001", "\(name)")
                if Self.ordinary.contains(name) || name.hasPrefix("GET /api/modules/") {
                    continue
                }
                let answer = try await ordinary(method, path)
                #expect(isAPI ? answer.status == 403 : answer.code == "ID.1002", "\(name)")
            }
        }
    }

    @Test("An ordinary account changes no license by a message of the command line")
    func messages() async throws {
        try await NodeWorld()
            .run { client in
                let session = try #require(try await client.ordinary().session)
                for message in ["Reload", "Update", "Delete"] {
                    let fields =
                        #"{"session":{"uuid":"\#(session)"},"managementNodeUuid":"\#(client.node)","uuid":"a","license":"YQ=="}"#
                    let name = "org.zstack.license.API\(message)License"
                    let reply = try await client.send("\(name)Msg", fields)
                    let body = reply["\(name)\(message == "Reload" ? "Reply" : "Event")"] as? [String: Any]
                    #expect(body?["success"] as? Bool == false)
                    #expect((body?["error"] as? [String: Any])?["code"] as? String == "ID.1002")
                }
            }
    }

    @Test("The license folder itself refuses an account that is not an administrator")
    func folder() async throws {
        let world = try await NodeWorld()
        let account = try #require(try await world.server.login.accounts.account(named: "alice"))
        let error = await #expect(throws: LicenseStoreError.self) {
            try await world.server.licenses.reload(by: LicenseActor(account))
        }
        #expect(error?.code == .notAuthorized)
        #expect(error.map { PlatformFailure($0).code.rawValue } == "ID.1002")
    }

    @Test("The history of the licenses has whom it refused, through each protocol")
    func history() async throws {
        let world = try await NodeWorld()
        @Sendable func refusals() async throws -> Int {
            try await world.server.licenses.folder.history()
                .filter { $0.event == .refused && $0.code == "not-authorized" && $0.actor == "alice" }
                .reduce(0) { $0 + $1.count }
        }
        try await world.run { client in
            let client = try await client.ordinary()
            let path = "/zstack/v1/licenses/mn/\(client.node)/actions"
            for (method, path) in [
                (.post, "/api/license"), (.post, "/api/license/reload"), (.put, "/zstack/v1/licenses/actions"),
                (.put, path),
                (.delete, "\(path)?uuid=a"),
            ] as [(HTTPRequest.Method, String)] {
                _ = try await client(method, path, "{}")
            }
            let session = try #require(client.session)
            _ = try await client.send("org.zstack.license.APIReloadLicenseMsg", #"{"session":{"uuid":"\#(session)"}}"#)
            // Other refusals are no attempts to change a license.
            _ = try await client.addHost(1)
            #expect(try await refusals() == 6)
        }
    }

    @Test("A session ends after two hours, at a logout, and when the password changes")
    func sessions() async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            func isValid(_ client: NodeClient) async throws -> Bool {
                try await client(.get, "/zstack/v1/hosts").status == 200
            }
            let (first, second) = (try await client.ordinary(), try await client.ordinary())
            let session = try #require(first.session)
            #expect(try await second(.delete, "/zstack/v1/accounts/sessions/\(session)").code == "ID.1002")
            #expect(try await isValid(first))
            let answer = try await first(.delete, "/zstack/v1/accounts/sessions/\(session)")
            #expect(answer.status == 200 && answer.text.isEmpty)
            #expect(try await !isValid(first))
            #expect(try await isValid(second))
            world.clock.advance(seconds: SessionStore.lifetime - 1)
            #expect(try await isValid(second))
            world.clock.advance(seconds: 1)
            #expect(try await !isValid(second))

            let third = try await client.ordinary()
            let account = try #require(try await world.server.login.accounts.account(named: "alice"))
            let administrator = try await client.administrator()
            let body = #"{"updateAccount":{"password":"\#(Digest.sha512("another-12"))"}}"#
            #expect(try await administrator(.put, "/zstack/v1/accounts/\(account.uuid)", body).status == 200)
            #expect(try await !isValid(third))
            #expect(try await isValid(try await client.loggedIn("alice", "another-12")))
            #expect(try await administrator(.delete, "/zstack/v1/accounts/\(account.uuid)").text == "{}")
            #expect(try await client.loggedIn("alice", "another-12").session == nil)
        }
    }

    @Test("An account has at most 500 sessions, and the oldest ends first")
    func manySessions() async throws {
        let world = try await NodeWorld()
        let sessions = SessionStore(database: world.server.database)
        let account = try #require(try await world.server.login.accounts.account(named: "alice"))
        var uuids: [String] = []
        for _ in 0...SessionStore.maximumCount {
            uuids.append(try await sessions.start(account, at: world.clock.now).uuid)
        }
        #expect(try await sessions.session(uuids[0], at: world.clock.now) == nil)
        #expect(try await sessions.session(uuids[1], at: world.clock.now) != nil)
        #expect(try await sessions.session(uuids[500], at: world.clock.now) != nil)
    }
}
