import HTTPTypes
import LicenseStore
import LicenseTesting
import Licensing
import Testing

@testable import ManagementNode

@Suite("Attacks on the pages")
struct PageAttackTests {
    @Test("A form of another origin is refused, also from a browser that says only the origin")
    func origin() async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            let host = ["name": "h", "address": "10.0.0.1", "sockets": "1"]
            for origin in [
                "null", "http://evil.example", "http://localhost:1", "localhost", "http://localhost.evil.example", "",
            ] {
                #expect(try await browser.post("/hosts", host, headers: [.origin: origin]).status == 403, "\(origin)")
            }
            #expect(try await browser.post("/hosts", host, headers: [.origin: "http://localhost"]).status == 303)
        }
    }

    @Test("A change of a module that cannot be viewed shows none of its objects, and the license as the reason")
    func blockedModule() async throws {
        let world = try await NodeWorld()
        try await world.install(.base(), .plus("vmware").id("V"))
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            try await browser.get("/modules/vmware")
            let host = ["name": "secret", "address": "10.0.0.1", "sockets": "1"]
            #expect(try await browser.post("/modules/vmware", host).status == 303)
            world.clock.advance(days: 366)
            try await browser.logIn()
            for (path, fields) in [
                ("/modules/vmware", host), ("/modules/vmware", ["sockets": "x"]), ("/modules/vmware/x/reconnect", [:]),
            ] {
                let page = try await browser.post(path, fields)
                #expect(page.status == 402 && !page.text.contains("secret"), "\(path)")
                #expect(page.text.contains("expired"))
            }
        }
    }

    @Test("The history has whom the pages refused to change licenses, and not who only looked")
    func refusals() async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn("alice", NodeWorld.ordinaryPassword)
            #expect(try await browser.get("/about/history").status == 403)
            #expect(try await world.server.licenses.folder.history().isEmpty)
            for path in ["/about/reload", "/about/uploads", "/about/uploads/x/install", "/about/licenses/x/delete"] {
                #expect(try await browser.post(path).status == 403)
            }
            let history = try await world.server.licenses.folder.history()
            // One entry for all that an account was refused in a short time.
            #expect(history.map(\.event) == [.refused])
            #expect(history.map(\.actor) == ["alice"])
        }
    }

    @Test(
        "The name of an uploaded file is shown with invisible characters escaped",
        arguments: [
            ("a.lic", "a.lic"), ("\u{202E}cil.a", "\\u{202E}cil.a"), ("a\u{1B}b", "a\\u{1B}b"), ("\u{A0} ", "?"),
            (String(repeating: "a", count: 100), String(repeating: "a", count: 64) + "…"),
        ]
    )
    func fileNames(_ name: String, _ shown: String) async throws {
        try await NodeWorld()
            .run { client in
                let browser = PageBrowser(client)
                try await browser.logIn()
                let page = try await browser.upload([(name, "no license")])
                #expect(page.status == 422 && page.text.contains(">\(shown): "), "\(shown)")
            }
    }

    @Test(
        "A name is one that people can tell from others",
        arguments: [" a", "a ", " ", "\u{A0}", "a\u{2003}b", "\u{200B}"]
    )
    func names(_ name: String) {
        #expect(throws: PlatformFailure.self) { try Argument.name(name) }
        #expect(throws: Never.self) { try Argument.name("a b") }
    }

    @Test("The files of the pages set no cookie, since a cache can keep them")
    func assets() async throws {
        try await NodeWorld()
            .run { client in
                for path in ["/assets/style.css", "/assets/icon.svg"] {
                    let answer = try await PageBrowser(client).get(path)
                    #expect(answer.status == 200 && answer.headers[.setCookie] == nil)
                }
            }
    }
}
