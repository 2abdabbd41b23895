import Foundation
import Hummingbird
import LicenseStore
import LicenseTesting
import Licensing
import Testing
import ZStackLicensing

@testable import ManagementNode

@Suite("Pages about licenses")
struct LicensePageTests {
    @Test("Login leads to the license page if something has expired, else to the hosts")
    func redirect() async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            #expect(try await PageBrowser(client).logIn().location == "/hosts")
            try await world.install(.base().expired())
            #expect(try await PageBrowser(client).logIn().location == "/about")
        }
    }

    @Test("'Not now' puts the reminder aside until the next login")
    func reminder() async throws {
        let world = try await NodeWorld()
        try await world.install(.base(days: 3))
        try await world.run { client in
            let browser = PageBrowser(client, headers: [.acceptLanguage: "zh-CN"])
            try await browser.logIn()
            let page = try await browser.get("/hosts")
            #expect(page.text.contains("为不影响您的正常使用，请尽快联系云平台相关服务人员进行续费，以继续使用本产品。"))
            #expect(page.text.contains("暂不处理") && page.text.contains("查看详情"))
            let id = try #require(page.text.firstMatch(of: /name="reminders" value="([^"]+)"/)).1
            #expect(
                try await browser.post("/reminders/dismiss", ["reminders": String(id), "back": "/hosts"]).location
                    == "/hosts"
            )
            #expect(try await !browser.get("/hosts").text.contains("暂不处理"))
            try await browser.logIn()
            #expect(try await browser.get("/hosts").text.contains("暂不处理"))
        }
    }

    @Test("The project login is locked with the text of the license guide")
    func projectLogin() async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            let browser = PageBrowser(client, headers: [.acceptLanguage: "zh-CN"])
            #expect(try await !browser.get("/login").links.contains("/projects/login"))
            #expect(try await browser.get("/projects/login").status == 402)
            try await world.install(.base(), .plus("project-management").expired())
            #expect(try await browser.get("/login").links.contains("/projects/login"))
            for page in [
                try await browser.get("/projects/login"),
                try await browser.post("/projects/login", ["name": "alice", "password": NodeWorld.ordinaryPassword]),
            ] {
                #expect(page.status == 402)
                #expect(page.text.contains(#"<span class="reason">许可证已过期，请联系云平台管理员</span></li>"#))
                #expect(!page.text.contains(#"type="password""#))
            }
            #expect(browser.cookies["session"] == nil)
        }
    }

    @Test("A menu shows, blocks or hides each module")
    func menu() async throws {
        let world = try await NodeWorld()
        try await world.install(.base(), .plus("vmware"), .plus("baremetal").expired())
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            let page = try await browser.get("/hosts")
            #expect(page.links.contains("/modules/vmware"))
            #expect(!page.links.contains("/modules/baremetal") && page.links.contains("/about#baremetal"))
            #expect(!page.text.contains("disaster-recovery"))
            #expect(try await browser.get("/modules/vmware").status == 200)
            for path in ["/modules/baremetal", "/modules/disaster-recovery"] {
                let refused = try await browser.get(path)
                #expect(refused.status == 402 && refused.text.contains(#"role="alert""#), "\(path)")
            }
        }
    }

    @Test("An upload is shown with its plan, installed when confirmed, and counts after a reload")
    func upload() async throws {
        let world = try await NodeWorld()
        let files = [
            ("base.lic", try world.vendor.file(for: .base())),
            ("vmware.lic", try world.vendor.file(for: .plus("vmware"))),
        ]
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            #expect(try await browser.upload(files).location == "/about#pending")
            var page = try await browser.get("/about")
            #expect(page.text.contains("base.lic") && page.text.contains("vmware.lic"))
            #expect(world.server.licenses.gate.report().base.status == .unlicensed)
            for _ in files {
                let action = try #require(page.actions.first { $0.hasSuffix("/install") })
                #expect(try await browser.post(action).location == "/about#staged")
                #expect(try await browser.post(action).location == "/about")
                page = try await browser.get("/about")
            }
            #expect(page.text.contains("waiting for reload"))
            #expect(world.server.licenses.gate.report().base.status == .unlicensed)
            try await browser.post("/about/reload")
            #expect(world.server.licenses.gate.report().base.status == .valid)
            #expect(world.server.licenses.gate.report()[.module(.vmware)]?.status == .activated)
        }
    }

    @Test("Another session can neither confirm nor discard an upload")
    func strangers() async throws {
        let world = try await NodeWorld()
        let file = try world.vendor.file(for: .base())
        try await world.run { client in
            let (first, second) = (PageBrowser(client), PageBrowser(client))
            try await first.logIn()
            try await second.logIn()
            _ = try await first.upload([("base.lic", file)])
            let actions = try await first.get("/about").actions.filter { $0.contains("/uploads/") }
            #expect(actions.count == 2)
            #expect(try await !second.get("/about").text.contains("base.lic"))
            for action in actions {
                #expect(try await second.post(action).location == "/about")
                #expect(try await second.get("/about").text.contains("Nothing was installed"))
            }
            #expect(try await world.server.licenses.folder.list().isEmpty)
            #expect(try await first.post(actions[0]).location == "/about#staged")
            #expect(try await world.server.licenses.folder.list().count == 1)
        }
    }

    @Test("A plan that other people's changes made wrong is shown again before it is installed")
    func planChanged() async throws {
        let world = try await NodeWorld()
        let file = try world.vendor.file(for: .plus("vmware"))
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            _ = try await browser.upload([("vmware.lic", file)])
            let action = try #require(try await browser.get("/about").actions.first { $0.hasSuffix("/install") })
            try await world.install(.base())
            #expect(try await browser.post(action).location == "/about#pending")
            let page = try await browser.get("/about")
            #expect(page.text.contains("Nothing was installed yet"))
            let next = try #require(page.actions.first { $0.hasSuffix("/install") })
            #expect(next != action)
            #expect(try await browser.post(action).location == "/about")
            #expect(try await browser.post(next).location == "/about#staged")
        }
    }

    @Test("A bad file changes nothing and says why, and its name is shown as text")
    func badFile() async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            let page = try await browser.upload([("<script>alert(1)</script>.lic", "<b>no license</b>")])
            #expect(page.status == 422)
            #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;.lic: "))
            #expect(!page.text.contains("<script"))
            #expect(try await world.server.licenses.folder.list().isEmpty)
            #expect(try await browser.upload([]).status == 422)
        }
    }

    @Test("A license is deleted after a question that says what is lost")
    func deletion() async throws {
        let world = try await NodeWorld()
        try await world.install(.base(), .plus("vmware").expired())
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            let links = try await browser.get("/about").links.filter { $0.hasPrefix("/about/licenses/") }
            #expect(links.count == 2)
            for link in links {
                let question = try await browser.get(link)
                #expect(question.actions.contains(link) && question.text.contains("Delete license "))
            }
            #expect(try await world.server.licenses.folder.list().count == 2)
            for link in links {
                #expect(try await browser.post(link).location == "/about")
                #expect(try await browser.post(link).status == 404)
            }
            #expect(try await world.server.licenses.folder.list().isEmpty)
            #expect(try await !browser.get("/about").links.contains("/about#vmware"))
        }
    }

    @Test("The page that asks before a deletion warns that the platform is licensed for a shorter time")
    func shorterAfterDeletion() async throws {
        let world = try await NodeWorld()
        try await world.install(.base(days: 365).id("LONG"), .base(days: 3).id("SHORT"))
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            let links = try await browser.get("/about").links.filter { $0.hasPrefix("/about/licenses/") }
            let pages = try await [browser.get(links[0]), browser.get(links[1])]
            let long = try #require(pages.first { $0.text.contains("Delete license LONG?") })
            #expect(long.text.contains("Without this license, Cloud platform is licensed only until"))
            #expect(long.text.contains("(3 days left). Now: "))
            let short = try #require(pages.first { $0.text.contains("Delete license SHORT?") })
            #expect(!short.text.contains("Without this license"))
        }
    }

    @Test("A perpetual license that is deleted warns of the end of the next, and an old one of nothing")
    func perpetualDeletion() async throws {
        let world = try await NodeWorld()
        try await world.install(.base().perpetual().id("LONG"), .base(days: 3).id("SHORT"))
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            let links = try await browser.get("/about").links.filter { $0.hasPrefix("/about/licenses/") }
            var questions: [String] = []
            for link in links {
                questions.append(try await browser.get(link).text)
            }
            let long = try #require(questions.first { $0.contains("Delete license LONG?") })
            #expect(long.contains("(3 days left). Now: never."))
            world.clock.advance(days: 10)
            for link in links {
                #expect(try await !browser.get(link).text.contains("Without this license"))
            }
        }
    }

    @Test("A module in its grace period is not said to work while the base has expired")
    func graceBehindBase() async throws {
        let world = try await NodeWorld()
        try await world.install(.base().expired(), .plus("vmware", days: 30).graceDays(30))
        world.clock.advance(days: 31)
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            let page = try await browser.get("/about")
            #expect(page.text.contains("but changes are blocked until the base license is renewed."))
            #expect(page.text.contains("(view only: the base license has expired)"))
            #expect(!page.text.contains("still works") && page.text.contains("Still possible: "))
            let hosts = try await browser.get("/hosts")
            #expect(hosts.text.contains("Adding and reconnecting are refused now."))
            let refused = try await browser.post("/hosts", ["name": "h", "address": "10.0.0.1", "sockets": "1"])
            #expect(refused.status == 402 && !refused.text.contains("class=\"reminder"))
        }
    }

    @Test("The first base license is no danger, comes before its modules, and its card asks for a reload")
    func firstInstallation() async throws {
        let world = try await NodeWorld()
        let files = [
            ("vmware.lic", try world.vendor.file(for: .plus("vmware"))),
            ("base.lic", try world.vendor.file(for: .base())),
        ]
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            _ = try await browser.upload(files)
            var page = try await browser.get("/about")
            #expect(page.text.contains(">Install base.lic<") && page.text.contains(">Install vmware.lic<"))
            let base = try #require(page.text.range(of: ">base.lic<")?.lowerBound)
            let module = try #require(page.text.range(of: ">vmware.lic<")?.lowerBound)
            #expect(base < module)
            for _ in files {
                try await browser.post(try #require(page.actions.first { $0.hasSuffix("/install") }))
                page = try await browser.get("/about")
            }
            #expect(page.text.contains(##"<a href="#staged">Installed, but not in effect yet. Reload now.</a>"##))
        }
    }

    @Test("A refusal lists every reason, and what was typed stays in the form")
    func refusal() async throws {
        let world = try await NodeWorld()
        try await world.install(.base().expired(), .plus("vmware"))
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            let page = try await browser.post(
                "/modules/vmware",
                ["name": "esx <1>", "address": "10.0.0.9", "sockets": "2"]
            )
            #expect(page.status == 402)
            #expect(page.text.contains("changes are blocked") && page.text.contains("What to do:"))
            #expect(page.text.contains(#"value="esx &lt;1&gt;""#))
            #expect(try await browser.post("/hosts", ["name": "h", "address": "a b", "sockets": "x"]).status == 422)
        }
    }
}
