import LicenseTesting
import Licensing
import Testing
import ZStackLicensing

@testable import ManagementNode

@Suite("What the license page says needs attention")
struct AttentionPageTests {
    @Test("An expired license comes first, with its days and the steps to renew it")
    func expired() async throws {
        let world = try await NodeWorld()
        try await world.install(
            .base().expired(daysAgo: 10),
            .plus("vmware"),
            .plus("baremetal").inGrace(daysAgo: 1, of: 14)
        )
        try await world.run { client in
            let (browser, reader) = (PageBrowser(client), PageBrowser(client))
            try await browser.logIn()
            let text = try await browser.get("/about").text
            let attention = try #require(text.firstRange(of: #"id="attention""#)).lowerBound
            #expect(attention < (try #require(text.firstRange(of: #"id="status""#)).lowerBound))
            #expect(text.contains(##"<a href="#base">Cloud platform: expired 10 days ago</a>"##))
            #expect(
                text.contains(
                    ##"<a href="#baremetal">Bare-metal management: 13 days of the grace period left (view only: the base"##
                )
            )
            #expect(text.contains("How to make changes possible again") && !text.contains("Nothing needs attention"))
            // What is activated but can only be viewed is not shown as if everything were well.
            #expect(text.contains(##"<p class="badge grace"><span aria-hidden="true">!</span> activated</p>"##))
            #expect(text.contains("view only") && text.contains(##"<a href="#base">See Cloud platform</a>"##))
            #expect(text.contains("License expired: changes are blocked") && text.contains("Hide until next login"))
            try await reader.logIn("alice", NodeWorld.ordinaryPassword)
            let page = try await reader.get("/about")
            #expect(page.text.contains("Ask an administrator") && !page.links.contains("#load"))
        }
    }

    @Test("A limit that is reached and a license that waits for a reload need attention")
    func limits() async throws {
        let world = try await NodeWorld()
        try await world.install(.base().limited(to: [.hosts: 1]))
        let file = try world.vendor.file(for: .plus("vmware").id("VMWARE-1"))
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            #expect(try await browser.get("/about").text.contains("Nothing needs attention"))
            try await browser.post("/hosts", ["name": "h", "address": "10.0.0.1", "sockets": "1"])
            _ = try await browser.upload([("vmware.lic", file)])
            var page = try await browser.get("/about")
            #expect(page.text.contains(">Install vmware.lic</button>"))
            try await browser.post(try #require(page.actions.first { $0.hasSuffix("/install") }))
            page = try await browser.get("/about")
            #expect(page.text.contains("Limit on hosts reached: 0 of 1 available. Adding hosts will be refused."))
            #expect(page.text.contains("<h2>! Installed, but not in effect yet: VMWARE-1</h2>"))
            #expect(page.text.contains("Reload now") && page.text.contains(#"<tr class="reached">"#))
            try await browser.post("/about/reload")
            page = try await browser.get("/about")
            #expect(!page.text.contains("not in effect yet") && page.text.contains("in effect"))
        }
    }

    @Test("A license that ends earlier than the current one is installed only against a warning")
    func earlier() async throws {
        let world = try await NodeWorld()
        try await world.install(.base(days: 100).issued(daysAgo: 2).id("BASE-1"))
        let file = try world.vendor.file(for: .base(days: 3).id("BASE-2"))
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            _ = try await browser.upload([("soon.lic", file)])
            let text = try await browser.get("/about").text
            #expect(text.contains("(3 days left). The current license ends on"))
            #expect(text.contains("Install soon.lic anyway"))
        }
    }

    @Test("A refusal and a deletion name what they are about")
    func names() async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            try await browser.post("/hosts", ["name": "one", "address": "10.0.0.1", "sockets": "1"])
            try await world.install(.base().expired().id("BASE-1"))
            let page = try await browser.get("/hosts")
            let reconnect = try #require(page.actions.first { $0.hasSuffix("/reconnect") })
            let refusal = "Reconnecting host &quot;one&quot; was refused. Nothing was changed."
            #expect(try await browser.post(reconnect).text.contains(refusal))
            let question = try await browser.get(try #require(page.links.first { $0.hasSuffix("/delete") }))
            #expect(question.text.contains("<h1>Delete host &quot;one&quot; (10.0.0.1)?</h1>"))
            #expect(question.text.contains(">Delete one</button>"))
            let link = try #require(try await browser.get("/about").links.first { $0.hasSuffix("/delete") })
            #expect(try await browser.get(link).text.contains("After this, the platform runs as the Community edition"))
        }
    }

    @Test("Installed licenses say whether they are in effect: the base first, then the modules, then by end")
    func states() async throws {
        let world = try await NodeWorld()
        try await world.install(
            .plus("vmware").id("VMWARE-1"),
            .base().expired().id("BASE-0"),
            .base().id("BASE-1"),
            .plus("baremetal").expired().id("METAL-1")
        )
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            let rows = try await browser.get("/about").text
                .matches(of: /<tr><th scope="row" class="id">([A-Z0-9-]+)<.*data-label="State" class="word">([^<]*)</)
                .map { "\($0.1) \($0.2)" }
            #expect(rows == ["BASE-0 expired", "BASE-1 in effect", "METAL-1 expired", "VMWARE-1 in effect"])
        }
    }
}

@Suite("Words of the pages")
struct PageWordsTests {
    @Test("Instants of the library's texts are shown in the node's offset")
    func instants() {
        let text = LocalizedText("expired on 2026-11-20T20:08:36Z.")
        #expect(
            UTCOffset.china.pageText(of: text, in: .english)
                == "expired on 2026-\u{2060}11-\u{2060}21\u{A0}04:08:36\u{A0}+08:00."
        )
        let noInstant = LocalizedText("2026-13-20T20:08:36Z")
        #expect(UTCOffset.china.pageText(of: noInstant, in: .english) == noInstant.english)
    }

    @Test("A value is shown as it is, even if it looks like the place of another")
    func values() {
        let title = PageTexts.text("deleteObjectTitle", "host", "{3}", "10.0.0.1", in: .english)
        #expect(title == #"Delete host "{3}" (10.0.0.1)?"#)
    }

    @Test("Days have a plural", arguments: [(0, "less than 1 day"), (1, "1 day"), (2, "2 days")])
    func days(_ days: Int, _ expected: String) {
        #expect(DaysText.text(days, in: .english) == expected)
    }
}
