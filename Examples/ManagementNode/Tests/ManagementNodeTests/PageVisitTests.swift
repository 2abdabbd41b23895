import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LicenseTesting
import Licensing
import Testing

@testable import ManagementNode

@Suite("Sessions, tokens and languages of the pages")
struct PageVisitTests {
    @Test("A token is of one browser and one session")
    func token() {
        let token = FormToken(visitor: "a", session: "b")
        #expect(token.matches(token.text))
        #expect(token.text.utf8.count == 64)
        for other in [
            FormToken(visitor: "b", session: "b"), FormToken(visitor: "a", session: "c"),
            FormToken(visitor: "a", session: nil),
        ] {
            #expect(!token.matches(other.text))
        }
        #expect(!token.matches(nil))
        #expect(!token.matches(""))
    }

    @Test(
        "A form leads only to a path of the node",
        arguments: [
            ("/about", "/about"), ("/about#load", "/about#load"), ("//evil.example", "/"), ("/\\evil.example", "/"),
            ("https://evil.example", "/"), ("", "/"), ("about", "/"), ("/a b", "/"), ("/a\r\nSet-Cookie:x", "/"),
            ("/登录", "/"), ("/a/\\evil", "/"), ("/" + String(repeating: "a", count: 300), "/"),
        ]
    )
    func localPath(_ path: String, _ expected: String) {
        #expect(LanguagePage.localPath(path) == expected)
    }

    @Test("Cookies are out of reach of scripts, and by HTTPS only if the node is behind it")
    func cookies() {
        let plain = PageCookies(isSecure: false).session("a").description
        #expect(plain.contains("HttpOnly") && plain.contains("SameSite=Lax") && plain.contains("Path=/"))
        #expect(!plain.contains("Secure"))
        let secure = PageCookies(isSecure: true).session("a").description
        #expect(secure.hasPrefix("__Host-session=a;") && secure.contains("Secure") && secure.contains("HttpOnly"))
    }

    @Test("Every page has the headers that protect it")
    func headers() async throws {
        try await NodeWorld()
            .run { client in
                let browser = PageBrowser(client)
                for path in ["/login", "/about", "/assets/style.css", "/projects/login"] {
                    let headers = try await browser.get(path).headers
                    let policy = headers[.of("Content-Security-Policy")] ?? ""
                    #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
                    #expect(headers[.of("X-Content-Type-Options")] == "nosniff")
                    #expect(headers[.of("Referrer-Policy")] == "same-origin")
                    #expect(headers[.cacheControl] == (path.hasPrefix("/assets") ? "max-age=300" : "no-store"))
                }
            }
    }

    @Test("The language is the chosen one, else the one that the browser prefers")
    func language() async throws {
        try await NodeWorld()
            .run { client in
                let browser = PageBrowser(client, headers: [.acceptLanguage: "zh-CN,zh;q=0.9"])
                #expect(try await browser.get("/login").text.contains(#"<html lang="zh-Hans">"#))
                let chosen = try await browser.post("/language", ["to": "en", "back": "/login"])
                #expect(chosen.status == 303 && chosen.location == "/login")
                #expect(try await browser.get("/login").text.contains(#"<html lang="en">"#))
                // The messages of the library follow it.
                try await browser.logIn("admin", "wrong")
                #expect(try await browser.post("/language", ["to": "xx", "back": "/"]).status == 400)
            }
    }

    @Test("A change without the token of the page is refused, and changes nothing")
    func forgery() async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            let token = browser.token
            let host = ["name": "h", "address": "10.0.0.1", "sockets": "1"]
            for wrong in ["", "0", String(repeating: "0", count: 64)] {
                #expect(try await browser.post("/hosts", host, token: wrong).status == 403)
            }
            let stranger = PageBrowser(client)
            try await stranger.logIn()
            #expect(try await browser.post("/hosts", host, token: stranger.token).status == 403)
            for site in ["cross-site", "same-site", "none"] {
                let headers: HTTPFields = [.of("Sec-Fetch-Site"): site]
                #expect(try await browser.post("/hosts", host, token: token, headers: headers).status == 403)
            }
            #expect(try await !browser.get("/hosts").text.contains("10.0.0.1"))
            let headers: HTTPFields = [.of("Sec-Fetch-Site"): "same-origin"]
            #expect(try await browser.post("/hosts", host, token: token, headers: headers).status == 303)
            #expect(try await browser.get("/hosts").text.contains("10.0.0.1"))
        }
    }

    @Test("Every page but the logins needs a session, and every change a token and an administrator")
    func sessions() async throws {
        let world = try await NodeWorld()
        let routes = world.pageRoutes.map {
            ($0.method, $0.path.replacing(/\{[a-z]+\}/, with: String(repeating: "0", count: 32)))
        }
        let open = ["/login", "/projects/login", "/language", "/assets/style.css", "/assets/icon.svg", "/**"]
        let ordinary = ["/", "/hosts", "/image-servers", "/primary-storages", "/about", "/about/application-code"]
        #expect(routes.count > 30)
        try await world.run { client in
            let (anyone, alice, admin) = (PageBrowser(client), PageBrowser(client), PageBrowser(client))
            try await anyone.get("/login")
            try await alice.logIn("alice", NodeWorld.ordinaryPassword)
            try await admin.logIn()
            for (method, path) in routes {
                let name = "\(method) \(path)"
                if method == .post {
                    #expect(try await admin.post(path, token: anyone.token).status == 403, "\(name)")
                }
                guard !open.contains(path) else {
                    continue
                }
                let answer = try await method == .get ? anyone.get(path) : anyone.post(path)
                #expect(answer.location == "/login", "\(name)")
                if method == .post, !["/logout", "/reminders/dismiss"].contains(path) {
                    #expect(try await alice.post(path).status == 403, "\(name)")
                } else if method == .get, !ordinary.contains(path), !path.hasPrefix("/modules/") {
                    #expect(try await alice.get(path).status == 403, "\(name)")
                }
            }
            let page = try await alice.get("/about")
            #expect(page.status == 200)
            #expect(page.actions.allSatisfy { ["/language", "/logout"].contains($0) })
        }
    }

    @Test("An address that does not exist is a page for people, and a text for programs")
    func notFound() async throws {
        try await NodeWorld()
            .run { client in
                let page = try await PageBrowser(client, headers: [.accept: "text/html"]).get("/nothing/here")
                #expect(page.status == 404 && page.text.contains("<h1>There is no such page</h1>"))
                let text = try await PageBrowser(client).get("/nothing/here")
                #expect(text.status == 404 && text.headers[.contentType] == "text/plain; charset=utf-8")
            }
    }

    @Test("A logout ends the session")
    func logout() async throws {
        try await NodeWorld()
            .run { client in
                let browser = PageBrowser(client)
                try await browser.logIn()
                let session = try #require(browser.cookies["session"])
                #expect(try await browser.post("/logout").location == "/login?out=1")
                #expect(browser.cookies["session"] == nil)
                let answer = try await client.client.execute(
                    uri: "/about",
                    method: .get,
                    headers: [.cookie: "session=\(session)"]
                )
                #expect(answer.headers[.location] == "/login?ended=1")
            }
    }
}
