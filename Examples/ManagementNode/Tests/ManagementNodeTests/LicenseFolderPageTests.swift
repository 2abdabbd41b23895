import Foundation
import HTTPTypes
import LicenseTesting
import Licensing
import Testing

@testable import ManagementNode

@Suite("The license page and the license folder")
struct LicenseFolderPageTests {
    @Test("The status is shown while the folder cannot be read, and its path to administrators alone")
    func unreadable() async throws {
        let world = try await NodeWorld()
        try await world.install(.base())
        try FileManager.default.removeItem(atPath: "\(world.path)/data/licenses")
        try Data().write(to: URL(filePath: "\(world.path)/data/licenses"))
        try await world.run { client in
            let (admin, alice) = (PageBrowser(client), PageBrowser(client))
            try await admin.logIn()
            try await alice.logIn("alice", NodeWorld.ordinaryPassword)
            for (browser, isAdministrator) in [(admin, true), (alice, false)] {
                let page = try await browser.get("/about")
                #expect(page.status == 200)
                #expect(page.text.contains("Changes are possible."))
                #expect(page.text.contains("The list can&#39;t be read now.") && !page.text.contains("No license is"))
                #expect(page.text.contains("The code can&#39;t be read now."))
                #expect(page.text.contains(world.path) == isAdministrator)
                #expect(page.text.contains("Problems with license files: ") != isAdministrator)
                let code = try await browser.get("/about/application-code")
                #expect(code.status == 503 && code.text.contains(world.path) == isAdministrator)
            }
            for path in ["/about/reload", "/about/licenses/x/delete"] {
                #expect(try await admin.post(path).status == 503, "\(path)")
            }
        }
    }

    @Test(
        "A folder that is gone or not mounted is not shown as deleted licenses",
        arguments: [true, false]
    )
    func vanished(_ isEmpty: Bool) async throws {
        let world = try await NodeWorld()
        try await world.install(.base())
        try FileManager.default.removeItem(atPath: "\(world.path)/data/licenses")
        if isEmpty {
            try FileManager.default.createDirectory(
                atPath: "\(world.path)/data/licenses",
                withIntermediateDirectories: false
            )
        }
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            let page = try await browser.get("/about")
            #expect(page.status == 200)
            #expect(page.text.contains("The list can&#39;t be read now."))
            #expect(!page.text.contains("Removed, but in effect"))
        }
    }

    @Test("An ordinary account gets no findings of the folder from the API")
    func findingsOfAPI() async throws {
        let world = try await NodeWorld()
        try Data("no license".utf8).write(to: URL(filePath: "\(world.path)/data/licenses/bad.lic"))
        try await world.run { client in
            _ = try await client.administrator()(.post, "/api/license/reload")
            #expect(try await client.administrator()(.get, "/api/license").text.contains("bad.lic"))
            #expect(try await !client.ordinary()(.get, "/api/license").text.contains("bad.lic"))
        }
    }

    @Test("A folder with many licenses and many bad files makes a page of a limited size")
    func many() async throws {
        let world = try await NodeWorld()
        for number in 0..<4 {
            let licenses = try (0..<51).map { TestLicense.plus("vmware").id(try LicenseID("L\(number)-\($0)")) }
            let file = try world.vendor.file(for: licenses)
            try Data(file.utf8).write(to: URL(filePath: "\(world.path)/data/licenses/\(number).lic"))
        }
        for number in 0..<60 {
            try Data("no license".utf8).write(to: URL(filePath: "\(world.path)/data/licenses/bad\(number).lic"))
        }
        try await world.run { client in
            let browser = PageBrowser(client)
            try await browser.logIn()
            var page = try await browser.get("/about")
            #expect(page.text.contains("Installed, but not in effect yet: L0-0, ") && page.text.contains("L0-19, …<"))
            try await browser.post("/about/reload")
            page = try await browser.get("/about")
            #expect(page.links.filter { $0.hasPrefix("/about/licenses/") }.count == 200)
            #expect(page.text.contains("The first 200 of 204 licenses."))
            #expect(page.text.matches(of: /bad\d+\.lic/).count <= 50)
            #expect(page.text.contains("more problems are in the log of the management node."))
        }
    }
}
