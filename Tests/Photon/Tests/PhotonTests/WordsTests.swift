import Hummingbird
import HummingbirdTesting
import LicenseTesting
import Licensing
import Testing

/// Photon is a database, so none of its texts must use the words of a virtualization platform.
struct WordsTests {
    private static let english = [
        "app center", "bare metal", "baremetal", "cloud", "cluster", "data center", "disaster", "guest", "host",
        "hosts",
        "hypervisor", "hybrid", "iaas", "image server", "management", "primary storage", "project", "projects",
        "sockets",
        "tenant", "virtual machine", "virtual machines", "vm", "vms", "vmware", "zone", "zstack",
    ]
    private static let chinese = [
        "云", "主机", "物理机", "裸金属", "虚拟机", "管理节点", "灾备", "容灾", "项目", "企业管理", "集群", "平台", "镜像",
        "存储", "租户", "混合",
    ]

    /// Returns the words in a text that belong to a virtualization platform.
    private static func platformWords(in text: String) -> [String] {
        // A digit is no end of a word: a thumbprint is random, and can have letters between digits that spell one.
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber || !$0.isASCII }.joined(separator: " ")
        return self.english.filter { " \(words) ".contains(" \($0) ") } + self.chinese.filter { text.contains($0) }
    }

    @Test("The search finds the platform's words and no others")
    func search() {
        #expect(
            Self.platformWords(in: "Two hosts of the Cloud: bare-metal and ghosts") == ["bare metal", "cloud", "hosts"]
        )
        #expect(Self.platformWords(in: "本云平台的物理机") == ["云", "物理机", "平台"])
        #expect(Self.platformWords(in: "Photon 数据库") == [])
    }

    /// A state of Photon's licenses that the routes are tested in.
    enum State: String, CaseIterable {
        case none, current, pending, reminded, grace, expired, moduleAlone, full, otherNode, otherLicensee, oldBuild
        case clockSetBack
    }

    private func world(in state: State) async throws -> PhotonWorld {
        let modules = TestLicense.plus("replication", "vector-search")
        switch state {
        case .none: return try await PhotonWorld()
        case .current: return try await PhotonWorld(.base(), modules)
        case .pending: return try await PhotonWorld(.base().pending(), modules.pending())
        case .reminded: return try await PhotonWorld(.base(days: 3), .plus("replication", days: 1))
        case .grace: return try await PhotonWorld(.base().inGrace(), modules.inGrace())
        case .expired: return try await PhotonWorld(.base().expired(), modules.expired())
        case .moduleAlone: return try await PhotonWorld(modules)
        case .full: return try await PhotonWorld(.base().limited(to: ["cores": 1, "databases": 0]), modules)
        case .otherNode: return try await PhotonWorld(.base().bound(to: "other"), modules.bound(to: "other"))
        case .otherLicensee: return try await PhotonWorld(.base(), modules.issued(to: "Another"))
        case .oldBuild:
            let end = TestLicenseClock.start.advanced(byDays: -1)
            return try await PhotonWorld(.base().updatesUntil(end), modules.updatesUntil(end)) {
                PolicyConfiguration(catalog: $0, node: .any, build: .made(at: TestLicenseClock.start))
            }
        case .clockSetBack:
            let world = try await PhotonWorld(.base(), modules)
            world.clock.advance(days: -9)
            return world
        }
    }

    private func uploads(to world: PhotonWorld) throws -> [String] {
        try LicenseError.Code.known.map { try world.test.licensing.file(refusedWith: $0) } + [
            try world.file(for: .base().id("photon-1")),
            try world.file(
                for: .base(days: 3).edition("small").limited(to: ["cores": 1, "databases": 1]).id("photon-1")
            ),
            try world.file(for: .plus("replication").expired(daysAgo: 400).features("streams")),
            "", "{}", "<html>", "\u{1F}\u{8B}", "/etc/photon.lic", "-----BEGIN PUBLIC KEY-----",
            "-----BEGIN PRIVATE KEY-----", "MIME-Version: 1.0", "> -----BEGIN LICENSE-----", "PK\u{3}\u{4}", "a.b.c",
        ]
    }

    @Test("No route uses words of the platform in any state or language", arguments: State.allCases)
    func routes(state: State) async throws {
        for language in ["en", "zh-CN", "de"] {
            let world = try await self.world(in: state)
            var texts: [String] = []
            for path in ["/query", "/replication/start", "/search"] {
                texts.append(try await world.send(.post, path, in: language).text)
            }
            for path in ["/license/preview", "/license"] {
                for upload in try self.uploads(to: world) {
                    texts.append(try await world.send(.post, path, upload, in: language).text)
                }
            }
            texts.append(try await world.send(.put, "/databases/a", in: language).text)
            texts.append(try await world.send(.delete, "/databases/a", in: language).text)
            for path in ["/databases", "/license", "/license/about", "/license/reminders"] {
                texts.append(try await world.send(.get, path, in: language).text)
            }
            // There must be enough text to search: at least the previews, the refusals and the report.
            #expect(texts.count { $0.contains("Photon") } > 20, "\(state) in \(language)")
            for text in texts + world.messages {
                #expect(Self.platformWords(in: text) == [], "\(state) in \(language): \(text)")
            }
        }
    }
}
