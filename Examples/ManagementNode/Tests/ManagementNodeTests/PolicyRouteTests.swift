import HTTPTypes
import LicenseTesting
import Licensing
import Testing

@testable import ManagementNode

@Suite("What the node allows in each license state")
struct PolicyRouteTests {
    /// A host, an image server and a primary storage, each with the call that reconnects it.
    private static let objects = [
        ("hosts/kvm", #""managementIp":"10.1.1.1""#, "hosts/%/actions", "reconnectHost", "hosts/%"),
        (
            "backup-storage/image-store", #""url":"/images""#, "backup-storage/image-store/%/actions",
            "reconnectImageStoreBackupStorage", "backup-storage/%"
        ),
        (
            "primary-storage/nfs", #""url":"nfs:/disks""#, "primary-storage/%/actions", "reconnectPrimaryStorage",
            "primary-storage/%"
        ),
    ]

    @Test(
        "An expired base license denies every change but the deletion of hosts, and allows viewing",
        arguments: objects
    )
    func expired(_ add: String, _ address: String, _ reconnect: String, _ member: String, _ path: String) async throws {
        let world = try await NodeWorld()
        try await world.install(.base(days: 30))
        try await world.run { client in
            let client = try await client.administrator()
            let body = #"{"params":{"name":"a",\#(address)}}"#
            let added = try await client(.post, "/zstack/v1/\(add)", body)
            let uuid = try #require(added["inventory", "uuid"] as? String)
            func at(_ path: String) -> String { "/zstack/v1/\(path.replacing("%", with: uuid))" }
            #expect(
                try await client(.put, at(reconnect), #"{"\#(member)":{}}"#)["inventory", "uuid"] as? String == uuid
            )
            #expect(try await client(.put, at(reconnect), "{}").status == 400)

            world.clock.advance(days: 30)
            // The session has expired with the license.
            let administrator = try await client.administrator()
            let denied = try await administrator(.put, at(reconnect), #"{"\#(member)":{}}"#)
            #expect(denied.status == 503)
            #expect(denied.code == "LICENSE.1000")
            let other = body.replacing("10.1.1.1", with: "10.1.1.2").replacing("/images", with: "/2")
                .replacing("/disks", with: "/2")
            #expect(try await administrator(.post, "/zstack/v1/\(add)", other).code == "LICENSE.1000")
            #expect(try await administrator(.get, at(path)).status == 200)
            let deletion = try await administrator(.delete, at(path))
            #expect(path.hasPrefix("hosts") ? deletion.text == "{}" : deletion.code == "LICENSE.1000")

            // A renewal makes the status valid again.
            try await world.install(.base(days: 30))
            #expect(try await administrator(.delete, at(path)).status == (path.hasPrefix("hosts") ? 503 : 200))
            #expect(try await administrator(.post, "/zstack/v1/\(add)", body).status == 200)
        }
    }

    @Test("An expired base license denies creating accounts, and allows changing passwords and deleting accounts")
    func accounts() async throws {
        let world = try await NodeWorld()
        try await world.install(.base(days: 30))
        world.clock.advance(days: 30)
        let alice = try #require(try await world.server.login.accounts.account(named: "alice"))
        try await world.run { client in
            let administrator = try await client.administrator()
            let password = #""password":"\#(Digest.sha512("another-12"))""#
            let created = try await administrator(
                .post,
                "/zstack/v1/accounts",
                #"{"params":{"name":"bob",\#(password)}}"#
            )
            #expect(created.code == "LICENSE.1000")
            let path = "/zstack/v1/accounts/\(alice.uuid)"
            #expect(try await administrator(.put, path, #"{"updateAccount":{\#(password)}}"#).status == 200)
            #expect(try await administrator(.delete, path).text == "{}")
        }
    }

    @Test("With an expired base license, a valid module can be viewed and not operated")
    func module() async throws {
        let world = try await NodeWorld()
        try await world.install(.base(days: 30), .plus("vmware"), .plus("project-management"))
        try await world.run { client in
            let administrator = try await client.administrator()
            #expect(try await administrator.addHost(1, "vcenters/hosts").status == 200)
            world.clock.advance(days: 31)
            var later = try await client.administrator()
            #expect(try await later(.get, "/zstack/v1/vcenters/hosts").status == 200)
            #expect(try await later.addHost(2, "vcenters/hosts").code == "LICENSE.1000")
            later.headers[.acceptLanguage] = "zh-CN"
            let denied = try await later(.post, "/api/modules/vmware")
            #expect(denied.status == 402)
            #expect((denied["reasons"] as? [[String: Any]])?.map { $0["code"] as? String } == ["base-expired"])
            #expect(denied.text.contains("原有业务依然正常运行"))
            // People can log in to their projects.
            let login =
                #"{"loginIAM2VirtualID":{"name":"alice","password":"\#(Digest.sha512(NodeWorld.ordinaryPassword))"}}"#
            #expect(try await client(.put, "/zstack/v1/iam2/virtual-ids/login", login).status == 200)
        }
    }

    @Test("The project login is locked with its text when enterprise management has expired")
    func projectLogin() async throws {
        let world = try await NodeWorld(language: .simplifiedChinese)
        try await world.install(.base(), .plus("project-management", days: 1))
        let login =
            #"{"loginIAM2VirtualID":{"name":"alice","password":"\#(Digest.sha512(NodeWorld.ordinaryPassword))"}}"#
        try await world.run { client in
            #expect(try await client(.put, "/zstack/v1/iam2/virtual-ids/login", login).status == 200)
            world.clock.advance(days: 1)
            let locked = try await client(.put, "/zstack/v1/iam2/virtual-ids/login", login)
            #expect(locked.status == 503)
            #expect(locked.code == "LICENSE.1000")
            #expect(locked["error", "details"] as? String == "许可证已过期，请联系云平台管理员")
            let denied = try await client.administrator()(.post, "/api/modules/project-management")
            #expect(denied.status == 402)
            #expect((denied["message"] as? String)?.contains("许可证已过期") == true)
        }
    }

    @Test("Of 8 clients that add the last host at once, exactly one succeeds", arguments: 0..<5)
    func lastHost(_ round: Int) async throws {
        let world = try await NodeWorld()
        try await world.install(.base().limited(to: ["hosts": 3]))
        try await world.run { client in
            let client = try await client.administrator()
            for number in 1...2 {
                #expect(try await client.addHost(number).status == 200)
            }
            let answers = try await withThrowingTaskGroup(of: NodeAnswer.self) { group in
                for number in 10..<18 {
                    group.addTask { try await client.addHost(number) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.filter { $0.status == 200 }.count == 1)
            #expect(answers.filter { $0.code == "LICENSE.1001" }.count == 7)
            #expect(try await client(.get, "/zstack/v1/licenses")["inventory", "availableHostNum"] as? Int == 0)
            #expect((try await client(.get, "/zstack/v1/hosts")["inventories"] as? [Any])?.count == 3)
        }
    }

    @Test("Hosts of VMware use the limit of their module first, and then that of the base license")
    func overflow() async throws {
        let world = try await NodeWorld()
        try await world.install(.base().limited(to: ["hosts": 1]), .plus("vmware").limited(to: ["hosts": 2]))
        try await world.run { client in
            let client = try await client.administrator()
            for number in 1...3 {
                #expect(try await client.addHost(number, "vcenters/hosts").status == 200)
            }
            #expect(try await client.addHost(4, "vcenters/hosts").code == "LICENSE.1001")
            #expect(try await client.addHost(5).code == "LICENSE.1001")
        }
    }

    @Test("Hosts of an expired module can be deleted, and neither viewed nor reconnected")
    func expiredModule() async throws {
        let world = try await NodeWorld()
        try await world.install(.base(), .plus("vmware", days: 1))
        try await world.run { client in
            let administrator = try await client.administrator()
            let added = try await administrator.addHost(1, "vcenters/hosts")
            let path = "/zstack/v1/hosts/\(try #require(added["inventory", "uuid"] as? String))"
            #expect(try await administrator(.get, path).status == 200)
            world.clock.advance(days: 1)
            let later = try await client.administrator()
            #expect(try await later(.get, path).code == "LICENSE.1000")
            #expect(try await later(.get, "/zstack/v1/vcenters/hosts").code == "LICENSE.1000")
            #expect(try await later(.put, "\(path)/actions", #"{"reconnectHost":{}}"#).code == "LICENSE.1000")
            #expect(try await later.addHost(2).status == 200)
            // The list of all hosts has it, so that it can be found.
            let hosts = try await later(.get, "/zstack/v1/hosts")["inventories"] as? [[String: Any]]
            #expect(hosts?.map { $0["hypervisorType"] as? String } == ["ESX", "KVM"])
            #expect(try await later(.delete, path).text == "{}")
        }
    }

    @Test("Only a license of a vendor that the node trusts counts, and a test license only in a demo")
    func demo() async throws {
        let world = try await NodeWorld(isDemo: false)
        await #expect(throws: (any Error).self) { try await world.install(.base()) }
        try await world.run { client in
            let answer = try await client(.get, "/health/ready")
            #expect(answer.headers[.demo] == nil)
        }
        try await NodeWorld()
            .run { client in
                for path in ["/health/live", "/zstack/v1/licenses", "/nothing", "/zstack/v1/hosts", "/api/license"] {
                    let answer = try await client(.get, path)
                    #expect(answer.headers[.demo] == "true", "\(path)")
                }
            }
    }
}
