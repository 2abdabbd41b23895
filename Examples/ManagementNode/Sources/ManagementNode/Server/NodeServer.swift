import Foundation
package import Hummingbird
import HummingbirdCore
import LicenseStore
import Licensing
package import Logging
import ServiceLifecycle
import ZStackLicensing

/// A management node with its database, licenses and routes.
package struct NodeServer: Sendable {
    /// The time at which this build was made.
    ///
    /// A release script writes it.
    private static let build = LicenseInstant(secondsSince1970: 1_793_491_200)

    let configuration: NodeConfiguration
    let database: NodeDatabase
    let licenses: LicenseService
    let login: LoginService
    let node: ManagementNodeInventory
    let pages: PageServices
    let logger: Logger

    /// The administrator's random password at the first start, which must be printed once, or `nil`.
    package let firstPassword: String?

    /// Opens the database and the license folder, and creates what is missing.
    package init(_ configuration: NodeConfiguration, logger: Logger) async throws {
        let now = configuration.clock.read().wall
        let folder = URL(filePath: configuration.dataFolder, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = try NodeDatabase(path: folder.appending(path: "node.sqlite").path)
        let record = try await NodeRecord.fetchOrInsert(in: database, at: now)
        let licenseFolder = try await LicenseFolder.open(
            at: folder.appending(path: "licenses").path,
            verifier: LicenseVerifier(
                trusting: configuration.trustedKeys,
                catalog: .zstack,
                environments: configuration.isDemo ? [.production, .test] : [.production],
                formats: configuration.formats
            ),
            configuration: .zstack(node: .only([]), build: .made(at: Self.build)),
            clock: configuration.clock,
            witness: try record.witness()
        )
        let hosts = HostStore(database: database, gate: licenseFolder.gate)
        let accounts = AccountStore(database: database, hasher: PasswordHasher())
        (self.configuration, self.database, self.logger) = (configuration, database, logger)
        self.licenses = LicenseService(folder: licenseFolder, hosts: hosts, offset: configuration.offset)
        self.login = LoginService(
            accounts: accounts,
            sessions: SessionStore(database: database),
            clock: configuration.clock,
            logger: logger
        )
        self.node = ManagementNodeInventory(
            uuid: record.uuid,
            hostName: ProcessInfo.processInfo.hostName,
            joinDate: configuration.offset.text(of: record.createdAt)
        )
        self.pages = PageServices(
            licenses: self.licenses,
            login: self.login,
            cookies: PageCookies(isSecure: configuration.isBehindHTTPS),
            renderer: try PageRenderer(),
            offset: configuration.offset,
            isDemo: configuration.isDemo
        )
        self.firstPassword = try await FirstAdministrator.create(
            in: accounts,
            passwordFile: configuration.adminPasswordFile,
            at: now
        )
    }

    /// Returns the application, with everything that runs beside the HTTP server.
    package func makeApplication(
        onServerRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: self.makeRouter(),
            server: .http1(configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(
                address: .hostname(self.configuration.address, port: self.configuration.port),
                availableConnectionsDelegate: MaximumAvailableConnections(1_000)
            ),
            services: [
                LicenseMonitor(folder: self.licenses.folder, database: self.database, logger: self.logger),
                ReloadOnSignal(licenses: self.licenses, logger: self.logger),
            ],
            onServerRunning: { channel in
                await onServerRunning(channel.localAddress?.port ?? 0)
            },
            logger: self.logger
        )
    }
}
