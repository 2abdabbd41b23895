import ArgumentParser
import Foundation
import Hummingbird
import Licensing
import Logging
import ManagementNode
import UnixSignals
import ZStackLicensing

/// The command that starts a management node.
@main
struct ManagementNodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "management-node",
        abstract: "Runs a management node: a server that obeys its licenses.",
        discussion: "Without options, it keeps everything in the folder management-node-data of the current folder."
    )

    @Option(help: "The address to listen at.")
    var address = "127.0.0.1"

    @Option(help: "The TCP port to listen at, or 0 for any that is free.")
    var port = 8080

    @Option(help: ArgumentHelp("The folder of everything that the node keeps.", valueName: "folder"))
    var data = "management-node-data"

    @Option(help: "The language for clients that ask for none: en or zh-Hans.")
    var language = LicenseLanguage.english

    @Option(help: "The offset of dates from UTC, such as +08:00.")
    var offset = UTCOffset.china

    @Option(
        name: .customLong("trust"),
        help: ArgumentHelp(
            "A file with further keys of the vendor: PEM, JWK or a JWK Set. It can be repeated.",
            valueName: "file"
        )
    )
    var trustedKeyFiles: [String] = []

    @Option(
        help: ArgumentHelp("The key, in PEM, that signs the platform's own license files (S/MIME).", valueName: "file")
    )
    var vendorKey: String?

    @Option(help: "The issuer of the platform's own licenses, which do not name it.")
    var vendorIssuer = "zstack"

    @Flag(name: .customLong("allow-sha1"), help: "Also take the platform's own licenses that are signed with SHA-1.")
    var allowsSHA1 = false

    @Flag(help: "Take licenses of the test environment. Every answer then has the header X-Demo.")
    var demo = false

    @Flag(help: "People reach the node by HTTPS, through a proxy. Cookies are then sent by HTTPS only.")
    var https = false

    @Option(help: ArgumentHelp("A file with the administrator's first password.", valueName: "file"))
    var adminPasswordFile: String?

    func validate() throws {
        guard ProductCatalog.zstack.languages.contains(self.language) else {
            throw ValidationError("The language must be en or zh-Hans.")
        }
        guard self.vendorKey != nil || !self.allowsSHA1 else {
            throw ValidationError("--allow-sha1 requires --vendor-key.")
        }
        guard !self.data.isEmpty else {
            throw ValidationError("The data folder has no name.")
        }
        guard 0...65_535 ~= self.port else {
            throw ValidationError("The port must be a number from 0 to 65535.")
        }
    }

    func run() async throws {
        // First of all, because these signals otherwise end the process: SIGPIPE comes from a pipe without a reader.
        let hangUps = await UnixSignalsSequence(trapping: .sighup)
        let brokenPipes = await UnixSignalsSequence(trapping: .sigpipe)
        defer { withExtendedLifetime(brokenPipes) {} }
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        MetricsBootstrap.run()
        var logger = Logger(label: "management-node")
        if self.demo {
            logger[metadataKey: "demo"] = "true"
            logger.warning("The node takes licenses of the test environment")
        }
        var configuration = NodeConfiguration(trusting: try VendorKeys.trusted(with: self.trustedKeyFiles))
        if let file = self.vendorKey {
            configuration.formats = [
                try VendorKeys.format(file, issuer: self.vendorIssuer, allowsSHA1: self.allowsSHA1)
            ]
        }
        configuration.address = self.address
        configuration.port = self.port
        configuration.dataFolder = self.data
        configuration.language = self.language
        configuration.offset = self.offset
        configuration.isDemo = self.demo
        configuration.isBehindHTTPS = self.https
        configuration.adminPasswordFile = self.adminPasswordFile

        let server = try await NodeServer(
            configuration,
            in: try DataFolder(configuration.dataFolder),
            logger: logger,
            printPassword: Self.printPassword
        )
        let application = server.makeApplication(reloadingOn: hangUps) { [logger] port in
            do {
                let host = self.address.contains(":") ? "[\(self.address)]" : self.address
                try Self.say("The management node listens at http://\(host):\(port)/")
            } catch {
                logger.warning("The standard output does not work", metadata: ["error": "\(error)"])
            }
        }
        try await application.runService()
    }

    /// Prints the administrator's random password.
    private static func printPassword(_ password: String) throws {
        do {
            try self.say("The password of the account admin is \(password). It is printed only now.")
        } catch {
            throw StartError(
                """
                The administrator's password cannot be printed, so the account is not created.
                Start the node with a standard output that works, or give the password: --admin-password-file FILE
                """
            )
        }
    }

    /// Writes a line to the standard output at once, even if that is a pipe.
    private static func say(_ line: String) throws {
        try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    }
}
