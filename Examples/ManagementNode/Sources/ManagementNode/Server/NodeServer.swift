import Foundation
package import Hummingbird
import HummingbirdCore
import LicenseStore
import Licensing
package import Logging
import ServiceLifecycle
package import UnixSignals
import ZStackLicensing

/// A management node with its database, licenses and routes.
package struct NodeServer: Sendable {
    /// The time at which this build was made, which no clock of the node can be before.
    ///
    /// Change it with each release.
    private static let build = LicenseInstant(secondsSince1970: 1_793_491_200)

    let configuration: NodeConfiguration
    let database: NodeDatabase
    let licenses: LicenseService
    let login: LoginService
    let node: ManagementNodeInventory
    let pages: PageServices
    let logger: Logger

    /// The folder, which stays locked as long as the node exists.
    private let dataFolder: DataFolder

    /// Opens the database and the license folder, and creates what is missing.
    ///
    /// - Parameters:
    ///   - configuration: What the node is started with.
    ///   - dataFolder: The folder of everything that the node keeps.
    ///   - logger: The log of the node.
    ///   - printPassword: Prints the administrator's random password at the first start. If it throws an error, the account is
    ///     not created, because its password would be lost.
    /// - Throws: What `printPassword` throws, or an error if the password file, the database or the license folder cannot be used.
    package init(
        _ configuration: NodeConfiguration,
        in dataFolder: DataFolder,
        logger: Logger,
        printPassword: (String) throws -> Void
    ) async throws {
        let now = configuration.clock.read().wall
        let folder = dataFolder.url
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
            witness: record.witness(logger)
        )
        let hosts = HostStore(database: database, gate: licenseFolder.gate)
        let accounts = AccountStore(database: database, hasher: PasswordHasher())
        (self.configuration, self.database, self.logger) = (configuration, database, logger)
        self.dataFolder = dataFolder
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
        let isCreated = try await FirstAdministrator.create(
            in: accounts,
            passwordFile: configuration.adminPasswordFile,
            at: now,
            printPassword: printPassword
        )
        if !isCreated, let file = configuration.adminPasswordFile {
            logger.notice(
                "The password file is ignored: the account admin has a password",
                metadata: ["file": "\(file)"]
            )
        }
    }

    /// Returns the application, with everything that runs beside the HTTP server.
    ///
    /// - Parameters:
    ///   - signals: The signals that reload the licenses. Trap them first, because SIGHUP otherwise ends a process.
    ///   - onServerRunning: Called with the TCP port when the server listens.
    /// - Returns: The application, which runs until the process is told to end.
    package func makeApplication(
        reloadingOn signals: UnixSignalsSequence,
        onServerRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: self.makeRouter(),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [RequestDeadline()],
                    idleTimeout: .seconds(60)
                )
            ),
            configuration: ApplicationConfiguration(
                address: .hostname(self.configuration.address, port: self.configuration.port),
                availableConnectionsDelegate: MaximumAvailableConnections(1_000)
            ),
            services: [
                LicenseMonitor(folder: self.licenses.folder, database: self.database, logger: self.logger),
                ReloadOnSignal(signals: signals, licenses: self.licenses, logger: self.logger),
            ],
            onServerRunning: { channel in
                await onServerRunning(channel.localAddress?.port ?? 0)
            },
            logger: self.logger
        )
    }
}
