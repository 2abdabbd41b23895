import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization

@testable import ManagementNode

/// A browser without scripts: it keeps cookies, and sends the token of the page that it shows.
final class PageBrowser: Sendable {
    /// What the browser shows.
    struct Page: Sendable {
        let status: Int
        let headers: HTTPFields
        let text: String

        /// The path to which the answer leads.
        var location: String? { self.headers[.location] }

        /// The value of the form token on the page.
        var token: String? { self.text.firstMatch(of: /name="token" value="([0-9a-f]{64})"/).map { String($0.1) } }

        /// The paths of the forms on the page.
        var actions: [String] { self.text.matches(of: /action="([^"]*)"/).map { String($0.1) } }

        /// The paths of the links on the page.
        var links: [String] { self.text.matches(of: /href="([^"]*)"/).map { String($0.1) } }
    }

    private struct State {
        var cookies: [String: String] = [:]
        var token = ""
    }

    let client: any TestClientProtocol
    let headers: HTTPFields
    private let state = Mutex(State())

    init(_ client: NodeClient, headers: HTTPFields = [:]) {
        (self.client, self.headers) = (client.client, headers)
    }

    /// The cookies that the browser keeps.
    var cookies: [String: String] { self.state.withLock { $0.cookies } }

    /// The token of the last page.
    var token: String { self.state.withLock { $0.token } }

    /// Opens a page, without following a redirection.
    @discardableResult
    func get(_ path: String) async throws -> Page {
        try await self.send(.get, path, body: nil, type: nil)
    }

    /// Sends a form with the token of the last page.
    @discardableResult
    func post(_ path: String, _ fields: [String: String] = [:], token: String? = nil, headers: HTTPFields = [:])
        async throws -> Page
    {
        let all = fields.merging([FormToken.fieldName: token ?? self.token]) { first, _ in first }
        let body = try URLEncodedFormEncoder().encode(all)
        return try await self.send(
            .post,
            path,
            body: ByteBuffer(string: body),
            type: "application/x-www-form-urlencoded",
            headers: headers
        )
    }

    /// Uploads files, as a browser sends them.
    func upload(_ files: [(name: String, contents: String)], older: Bool = false) async throws -> Page {
        var body = "--B\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(self.token)\r\n"
        for file in files {
            body +=
                "--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n\(file.contents)\r\n"
        }
        if older {
            body += "--B\r\nContent-Disposition: form-data; name=\"older\"\r\n\r\nyes\r\n"
        }
        return try await self.send(
            .post,
            "/about/uploads",
            body: ByteBuffer(string: body + "--B--\r\n"),
            type: "multipart/form-data; boundary=B"
        )
    }

    /// Logs in, and returns the answer, which leads to the first page.
    @discardableResult
    func logIn(
        _ name: String = "admin",
        _ password: String = NodeWorld.administratorPassword,
        at path: String = "/login"
    )
        async throws -> Page
    {
        try await self.get(path)
        let page = try await self.post(path, ["name": name, "password": password])
        if let location = page.location {
            try await self.get(location)
        }
        return page
    }

    private func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        body: ByteBuffer?,
        type: String?,
        headers: HTTPFields = [:]
    ) async throws -> Page {
        var all = self.headers
        all.append(contentsOf: headers)
        all[.contentType] = type
        let cookies = self.cookies
        if !cookies.isEmpty {
            all[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        let response = try await self.client.execute(uri: path, method: method, headers: all, body: body)
        let page = Page(
            status: response.status.code,
            headers: response.headers,
            text: String(buffer: response.body)
        )
        self.state.withLock { state in
            for cookie in response.headers[values: .setCookie] {
                let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
                state.cookies[String(pair[0])] =
                    pair.count == 2 && !cookie.contains("Max-Age=0") ? String(pair[1]) : nil
            }
            if let token = page.token {
                state.token = token
            }
        }
        return page
    }
}
