import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LicenseStore
import LicenseTesting
import Licensing
import Logging
import Testing
import ZStackLicensing

@testable import ManagementNode

/// A management node in a temporary folder, whose clock is manual, with the keys of a vendor of tests.
final class NodeWorld: Sendable {
    static let administratorPassword = "administrator-1"
    static let ordinaryPassword = "ordinary-12"

    let path: String
    let vendor: TestLicensing
    let folder: DataFolder
    let server: NodeServer

    var clock: TestLicenseClock { self.vendor.clock }

    init(isDemo: Bool = true, language: LicenseLanguage = .english) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "management-node-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.path = folder.path
        self.vendor = try TestLicensing([], configuration: .testing(.zstack))
        let file = folder.appending(path: "password")
        try Data("\(Self.administratorPassword)\n".utf8).write(to: file)
        var configuration = NodeConfiguration(trusting: self.vendor.trustedKeys)
        configuration.dataFolder = folder.appending(path: "data").path
        configuration.isDemo = isDemo
        configuration.language = language
        configuration.adminPasswordFile = file.path
        configuration.clock = self.vendor.clock
        self.folder = try DataFolder(configuration.dataFolder)
        self.server = try await NodeServer(
            configuration,
            in: self.folder,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            printPassword: { _ in Issue.record("A password is printed although a file has it") }
        )
        _ = try await self.server.login.accounts.create(
            "alice",
            .ordinary,
            password: Digest.sha512(Self.ordinaryPassword),
            at: self.clock.now
        )
    }

    deinit {
        try? FileManager.default.removeItem(atPath: self.path)
    }

    /// Runs a test with a client of the node.
    func run(_ test: @Sendable (NodeClient) async throws -> Void) async throws {
        let application = Application(router: self.server.makeRouter())
        try await application.test(.router) { client in
            try await test(NodeClient(client: client, node: self.server.node.uuid))
        }
    }

    /// The routes of the pages alone.
    var pageRoutes: [(method: HTTPRequest.Method, path: String)] {
        let router = Router(context: NodeContext.self)
        Pages(services: self.server.pages, database: self.server.database).add(to: router)
        return router.routes.map { ($0.method, $0.path.description) }
    }

    /// Installs licenses, which count at once.
    func install(_ licenses: TestLicense...) async throws {
        let file = try self.vendor.file(for: licenses)
        let actor = LicenseActor(name: "test", isAdministrator: true)
        try await self.server.licenses.folder.install(Array(file.utf8), by: actor, activates: true)
    }
}
