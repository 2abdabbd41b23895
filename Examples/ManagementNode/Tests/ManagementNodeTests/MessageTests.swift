import HTTPTypes
import LicenseTesting
import Licensing
import Testing

@testable import ManagementNode

@Suite("The protocol of the command line")
struct MessageTests {
    @Test("The answer has the JSON text of a reply with its name and success")
    func info() async throws {
        let world = try await NodeWorld()
        try await world.install(.base().limited(to: ["hosts": 5]), .plus("vmware"))
        try await world.run { client in
            let answer = try await client(.post, "/zstack/api/", #"{"org.zstack.license.APIGetLicenseInfoMsg":{}}"#)
            #expect(answer.status == 200)
            #expect(answer["state"] as? String == "Done")
            let info = try await client.send("org.zstack.license.APIGetLicenseInfoMsg")
            #expect(info["org.zstack.license.APIGetLicenseInfoReply", "success"] as? Bool == true)
            #expect(info["org.zstack.license.APIGetLicenseInfoReply", "inventory", "hostNum"] as? Int == 5)
            let addOns = try await client.send("org.zstack.license.APIGetLicenseAddOnsMsg")
            let entries = addOns["org.zstack.license.APIGetLicenseAddOnsReply", "addons"] as? [[String: Any]]
            #expect(entries?.map { $0["name"] as? String } == ["vmware"])
        }
    }

    @Test("A login gives a session that other messages need")
    func login() async throws {
        try await NodeWorld()
            .run { client in
                let fields = #"{"accountName":"admin","password":"\#(Digest.sha512(NodeWorld.administratorPassword))"}"#
                let login = try await client.send("org.zstack.header.identity.APILogInByAccountMsg", fields)
                let session = login["org.zstack.header.identity.APILogInReply", "inventory", "uuid"] as? String
                let uuid = try #require(session)
                let reload = "org.zstack.license.APIReloadLicense"
                let done = try await client.send("\(reload)Msg", #"{"session":{"uuid":"\#(uuid)"}}"#)
                #expect(done["\(reload)Reply", "success"] as? Bool == true)
                for fields in ["{}", #"{"session":{"uuid":"x"}}"#, #"{"session":{}}"#] {
                    let refused = try await client.send("\(reload)Msg", fields)
                    #expect(refused["\(reload)Reply", "error", "code"] as? String == "ID.1001")
                }
                _ = try await client.send("org.zstack.header.identity.APILogOutMsg", #"{"sessionUuid":"\#(uuid)"}"#)
                let ended = try await client.send("\(reload)Msg", #"{"session":{"uuid":"\#(uuid)"}}"#)
                #expect(ended["\(reload)Reply", "error", "code"] as? String == "ID.1001")
            }
    }

    @Test("A message ignores the fields that it does not use, and says which of the others is wrong")
    func fields() async throws {
        try await NodeWorld()
            .run { client in
                let others =
                    #"{"license":7,"uuid":{"a":[]},"managementNodeUuids":"x","session":1,"other":[1,"a"],"password":null}"#
                let info = try await client.send("org.zstack.license.APIGetLicenseInfoMsg", others)
                #expect(info["org.zstack.license.APIGetLicenseInfoReply", "success"] as? Bool == true)
                let session = try #require(try await client.administrator().session)
                for (message, fields, text) in [
                    ("Reload", #""managementNodeUuids":"x""#, "'managementNodeUuids' must be a list of texts"),
                    ("Delete", #""managementNodeUuid":7"#, "'managementNodeUuid' must be a text"),
                    ("Delete", #""managementNodeUuid":"""#, "'managementNodeUuid' is missing"),
                    ("Update", #""managementNodeUuid":"\#(client.node)""#, "'license' is missing"),
                ] {
                    let name = "org.zstack.license.API\(message)LicenseMsg"
                    let reply = try await client.send(name, #"{"session":{"uuid":"\#(session)"},\#(fields)}"#)
                    #expect(reply.text.contains(text), "\(reply.text)")
                }
            }
    }

    @Test(
        "A body that is no message is answered with 200 and an error",
        arguments: [
            "", "[]", "{}", "null", #"{"a":{},"b":{}}"#, #"{"a":1}"#, #"{"a":{"session":7}}"#, #"{"unknown":{}}"#,
            String(repeating: #"{"a":"#, count: 2_000),
        ]
    )
    func malformed(_ body: String) async throws {
        try await NodeWorld()
            .run { client in
                let answer = try await client(.post, "/zstack/api/", body)
                #expect(answer.status == 200)
                #expect((answer["result"] as? String)?.contains("SYS.1007") == true)
                #expect((answer["result"] as? String)?.contains(#""success":false"#) == true)
            }
    }
}
