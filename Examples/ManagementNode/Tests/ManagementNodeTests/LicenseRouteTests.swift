import Foundation
import HTTPTypes
import LicenseTesting
import Licensing
import Testing

@testable import ManagementNode

@Suite("Licenses through the REST API")
struct LicenseRouteTests {
    @Test("Without a license, the node answers as the Community edition, without login")
    func community() async throws {
        try await NodeWorld()
            .run { client in
                let answer = try await client(.get, "/zstack/v1/licenses")
                #expect(answer.status == 200)
                #expect(answer["inventory", "licenseType"] as? String == "Community")
                #expect(answer["inventory", "hostNum"] as? Int == 2_147_483_647)
                #expect(answer["success"] == nil)
                #expect(answer["schema"] == nil)
                #expect(try await client(.get, "/zstack/v1/licenses/addons").text == #"{"addons":[]}"#)
            }
    }

    @Test("An upload activates, the answer shows it, and a deletion by UUID undoes it")
    func update() async throws {
        let world = try await NodeWorld()
        let file = Data(try world.vendor.file(for: .base().limited(to: ["hosts": 5])).utf8).base64EncodedString()
        try await world.run { client in
            let client = try await client.administrator()
            let path = "/zstack/v1/licenses/mn/\(client.node)/actions"
            let body = #"{"updateLicense":{"license":"\#(file.replacing("=", with: #"\u003d"#))"}}"#
            let answer = try await client(.put, path, body)
            #expect(answer.status == 200)
            #expect(answer["inventory", "hostNum"] as? Int == 5)
            #expect(answer["inventory", "availableHostNum"] as? Int == 5)
            let uuid = try #require(answer["inventory", "uuid"] as? String)
            let deletion = try await client(.delete, "\(path)?uuid=\(uuid)")
            #expect(deletion.status == 200)
            #expect(deletion.text == "{}")
            #expect(try await client(.get, "/zstack/v1/licenses")["inventory", "licenseType"] as? String == "Community")
            #expect(try await client(.delete, "\(path)?uuid=\(uuid)").code == "SYS.1003")
        }
    }

    @Test("Java clients get the types of the answer, and other clients do not")
    func schema() async throws {
        let world = try await NodeWorld()
        try await world.install(.base(), .plus("vmware", "baremetal"))
        try await world.run { client in
            var java = client
            java.headers[.jsonSchema] = "true"
            let info = try await java(.get, "/zstack/v1/licenses")
            #expect(info["schema"] as? [String: String] == ["inventory": "org.zstack.license.LicenseInventory"])
            let type = "org.zstack.license.LicenseAddOnInventory"
            let addOns = try await java(.get, "/zstack/v1/licenses/addons")
            #expect(addOns["schema"] as? [String: String] == ["addons[0]": type, "addons[1]": type])
            #expect(try await client(.get, "/zstack/v1/licenses/addons")["schema"] == nil)
        }
    }

    @Test("A refused file has exactly a code, a description and details, and changes nothing")
    func refused() async throws {
        let world = try await NodeWorld()
        try await world.install(.base().limited(to: ["hosts": 5]))
        let bad = Data(try world.vendor.file(refusedWith: .signatureInvalid).utf8).base64EncodedString()
        try await world.run { client in
            let client = try await client.administrator()
            let before = try await client(.get, "/zstack/v1/licenses").text
            let path = "/zstack/v1/licenses/mn/\(client.node)/actions"
            let answer = try await client(.put, path, #"{"updateLicense":{"license":"\#(bad)"}}"#)
            #expect(answer.status == 503)
            #expect(answer.code == "LICENSE.1006")
            #expect(Set((answer["error"] as? [String: Any] ?? [:]).keys) == ["code", "description", "details"])
            #expect((try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])?.count == 1)
            #expect(try await client(.put, path, #"{"updateLicense":{"license":"*"}}"#).code == "SYS.1007")
            #expect(try await client(.get, "/zstack/v1/licenses").text == before)
        }
    }

    @Test("A file that cannot be read is a finding in the report, after the reload and in the metrics")
    func findings() async throws {
        let world = try await NodeWorld()
        try Data("damaged".utf8).write(to: URL(filePath: "\(world.path)/data/licenses/a.lic"))
        try await world.run { client in
            let client = try await client.administrator()
            for answer in [try await client(.post, "/api/license/reload"), try await client(.get, "/api/license")] {
                let findings = try #require(answer["folderFindings"] as? [[String: Any]])
                #expect(findings.map { $0["code"] as? String } == ["reload-failed"])
                #expect(findings.map { $0["file"] as? String } == ["a.lic"])
                #expect((answer["findings"] as? [Any])?.isEmpty == true)
            }
            let metrics = try await client(.get, "/metrics").text
            #expect(metrics.contains(#"license_findings{code="reload-failed"} 1"#))
        }
    }

    @Test("Asking for the license without a login writes nothing, and shows nothing of the folder")
    func openCall() async throws {
        let world = try await NodeWorld()
        let code = "\(world.path)/data/licenses/lic-application-code.txt"
        try await world.run { client in
            #expect(
                (try await client(.get, "/zstack/v1/licenses")["inventory", "licenseRequest"] as? String)?.isEmpty
                    == false
            )
            try FileManager.default.removeItem(atPath: code)
            #expect(try await client(.get, "/zstack/v1/licenses")["inventory", "licenseRequest"] as? String == "")
            #expect(!FileManager.default.fileExists(atPath: code))
            try FileManager.default.removeItem(atPath: "\(world.path)/data/licenses")
            try Data().write(to: URL(filePath: "\(world.path)/data/licenses"))
            let answer = try await client(.get, "/zstack/v1/licenses")
            #expect(answer.status == 200)
            #expect(!answer.text.contains(world.path))
        }
    }

    @Test("A failure of the folder itself is a failure of the server")
    func folderFails() async throws {
        let world = try await NodeWorld()
        try await world.install(.base())
        try FileManager.default.removeItem(atPath: "\(world.path)/data/licenses")
        try await world.run { client in
            let answer = try await client.administrator()(.post, "/api/license/reload")
            #expect(answer.status == 503)
            #expect(answer["error"] as? String == "storage-failed")
            #expect(try await client(.get, "/zstack/v1/licenses").status == 200)
        }
    }

    @Test("A call for another management node is refused, and so is an empty list")
    func otherNode() async throws {
        try await NodeWorld()
            .run { client in
                let client = try await client.administrator()
                let other = String(repeating: "a", count: 32)
                let path = "/zstack/v1/licenses/actions"
                #expect(try await client(.put, path, #"{"reloadLicense":{}}"#).status == 200)
                let this = #"{"reloadLicense":{"managementNodeUuids":["\#(client.node)"]}}"#
                #expect(try await client(.put, path, this).status == 200)
                let none = #"{"reloadLicense":{"managementNodeUuids":[]}}"#
                #expect(try await client(.put, path, none).code == "SYS.1007")
                let another = #"{"reloadLicense":{"managementNodeUuids":["\#(other)"]}}"#
                #expect(try await client(.put, path, another).code == "SYS.1003")
                #expect(try await client(.delete, "/zstack/v1/licenses/mn/\(other)/actions?uuid=x").code == "SYS.1003")
            }
    }

    @Test("The capabilities are the texts true and false, and follow the licenses and their use")
    func capabilities() async throws {
        let world = try await NodeWorld()
        try await world.install(.base().limited(to: ["hosts": 1]), .plus("vmware"))
        try await world.run { client in
            let client = try await client.administrator()
            let path = "/zstack/v1/licenses/capabilities"
            let before = try await client(.get, path)["capabilities"] as? [String: String]
            #expect(before?["addHost"] == "true")
            #expect(before?["vmware"] == "true")
            #expect(before?["baremetal"] == "false")
            _ = try await client.addHost(1)
            #expect((try await client(.get, path)["capabilities"] as? [String: String])?["addHost"] == "false")
        }
    }
}
