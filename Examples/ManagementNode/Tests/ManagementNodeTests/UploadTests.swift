import Foundation
import HTTPTypes
import Hummingbird
import LicenseTesting
import Licensing
import Testing

@testable import ManagementNode

@Suite("Uploads and limits")
struct UploadTests {
    @Test("Files that are uploaded one after another count after a reload")
    func staged() async throws {
        let world = try await NodeWorld()
        let files = [try world.vendor.file(for: .base()), try world.vendor.file(for: .plus("vmware"))]
        try await world.run { client in
            var administrator = try await client.administrator()
            for file in files {
                let form =
                    "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.lic\"\r\n\r\n\(file)\r\n--B--\r\n"
                administrator.headers[.contentType] = "multipart/form-data; boundary=B"
                let answer = try await administrator(.post, "/api/license", form)
                #expect(answer.status == 200)
                #expect((answer["installed"] as? [String])?.count == 1)
            }
            administrator.headers[.contentType] = "application/octet-stream"
            #expect((try await administrator(.post, "/api/license", files[0])["unchanged"] as? [String])?.count == 1)
            #expect(try await administrator(.get, "/api/license")["base", "status"] as? String == "none")
            #expect(try await administrator(.post, "/api/license/reload")["base", "status"] as? String == "valid")
            #expect(try await administrator(.post, "/api/modules/vmware").status == 200)
        }
    }

    @Test("A bad file has the code of its error, in the language of the client")
    func bad() async throws {
        let world = try await NodeWorld()
        let file = try world.vendor.file(refusedWith: .wrongProduct)
        try await world.run { client in
            var administrator = try await client.administrator()
            administrator.headers[.acceptLanguage] = "zh-CN,zh;q=0.9"
            let refused = try await administrator(.post, "/api/license", file)
            #expect(refused.status == 422)
            #expect(refused["error"] as? String == "wrong-product")
            #expect((refused["message"] as? String)?.contains("许可证") == true)
            administrator.headers[.contentType] = "multipart/form-data; boundary=B"
            #expect(try await administrator(.post, "/api/license", "--B--").status == 400)
            // A second file is not dropped silently.
            let part = "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\na\r\n"
            #expect(try await administrator(.post, "/api/license", part + part + "--B--").status == 400)
            #expect(try await administrator(.post, "/api/license", part + "--B--").status == 422)
        }
    }

    @Test("A body over its limit is refused, whatever the route")
    func tooLarge() async throws {
        try await NodeWorld()
            .run { client in
                let administrator = try await client.administrator()
                let large = String(repeating: "a", count: (512 << 10) + 1)
                for (method, path) in [
                    (.put, "/zstack/v1/accounts/login"), (.post, "/zstack/v1/hosts/kvm"),
                    (.post, "/api/license"), (.put, "/zstack/v1/licenses/mn/\(client.node)/actions"),
                ] as [(HTTPRequest.Method, String)] {
                    #expect(try await administrator(method, path, large).status == 413, "\(path)")
                }
                // A message always has a reply.
                let message = try await client(.post, "/zstack/api/", large)
                #expect(message.status == 200)
                #expect((message["result"] as? String)?.contains("524288 bytes") == true)
            }
    }

    @Test(
        "A body that is not of the call is refused with plain text",
        arguments: ["", "{", "[]", "{}", #"{"logInByAccount":{"accountName":1,"password":"a"}}"#]
    )
    func notJSON(_ body: String) async throws {
        try await NodeWorld()
            .run { client in
                let answer = try await client(.put, "/zstack/v1/accounts/login", body)
                #expect(answer.status == 400)
                #expect(answer.headers[.contentType] == "text/plain; charset=utf-8")
            }
    }

    @Test(
        "Names and addresses are checked",
        arguments: [
            (#""name":"","managementIp":"10.0.0.1""#), (#""name":"a\u202eb","managementIp":"10.0.0.1""#),
            (#""name":"a\u200bb","managementIp":"10.0.0.1""#), (#""name":"a\u0000","managementIp":"10.0.0.1""#),
            (#""name":"a","managementIp":"""#), (#""name":"a","managementIp":"10.0.0.1/../x""#),
            (#""name":"a","managementIp":"１０.0.0.1""#), (#""name":"a","managementIp":"10.0.0.1","cpuSockets":0"#),
            (#""name":"a","managementIp":"10.0.0.1","cpuSockets":-5"#),
            (#""name":"a","managementIp":"10.0.0.1","cpuSockets":1025"#),
        ]
    )
    func arguments(_ parameters: String) async throws {
        try await NodeWorld()
            .run { client in
                let administrator = try await client.administrator()
                let answer = try await administrator(.post, "/zstack/v1/hosts/kvm", #"{"params":{\#(parameters)}}"#)
                #expect(answer.code == "SYS.1007")
            }
    }
}
