import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting

@testable import ManagementNode

/// A client of a management node.
struct NodeClient: Sendable {
    let client: any TestClientProtocol

    /// The UUID of the management node.
    let node: String

    /// The session that the client presents, or `nil` to present none.
    var session: String?

    var headers: HTTPFields = [:]

    /// Sends a request, and returns the answer.
    func callAsFunction(_ method: HTTPRequest.Method, _ path: String, _ body: String? = nil) async throws -> NodeAnswer
    {
        var headers = self.headers
        headers[.authorization] = self.session.map { "OAuth \($0)" }
        let response = try await self.client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        )
        return NodeAnswer(
            status: response.status.code,
            headers: response.headers,
            text: String(buffer: response.body)
        )
    }

    /// Sends a message of the command line, and returns the reply.
    func send(_ name: String, _ fields: String = "{}") async throws -> NodeAnswer {
        let answer = try await self(.post, "/zstack/api/", #"{"\#(name)":\#(fields)}"#)
        return NodeAnswer(status: answer.status, headers: answer.headers, text: answer["result"] as? String ?? "")
    }

    /// Returns a client with a new session of an account.
    func loggedIn(_ name: String, _ password: String) async throws -> NodeClient {
        let body = #"{"logInByAccount":{"accountName":"\#(name)","password":"\#(Digest.sha512(password))"}}"#
        var client = self
        client.session = try await self(.put, "/zstack/v1/accounts/login", body)["inventory", "uuid"] as? String
        return client
    }

    /// Returns a client with a session of the administrator.
    func administrator() async throws -> NodeClient {
        try await self.loggedIn("admin", NodeWorld.administratorPassword)
    }

    /// Returns a client with a session of an ordinary account.
    func ordinary() async throws -> NodeClient {
        try await self.loggedIn("alice", NodeWorld.ordinaryPassword)
    }

    /// Adds a host, and returns the answer.
    func addHost(_ number: Int, _ path: String = "hosts/kvm") async throws -> NodeAnswer {
        let body = #"{"params":{"name":"host \#(number)","managementIp":"10.0.\#(number / 256).\#(number % 256)"}}"#
        return try await self(.post, "/zstack/v1/\(path)", body)
    }
}

/// What the node answered.
struct NodeAnswer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String

    /// A member of the answer's JSON, by its path.
    subscript(path: String...) -> Any? {
        var value = try? JSONSerialization.jsonObject(with: Data(self.text.utf8))
        for name in path {
            value = (value as? [String: Any])?[name]
        }
        return value
    }

    /// The code of the error.
    var code: String? { self["error", "code"] as? String }
}
