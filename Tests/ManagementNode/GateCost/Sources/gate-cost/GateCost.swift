import Foundation
import Hummingbird
import Licensing
import Logging
import ZStackLicensing

/// Serves requests on a route with or without a license check, over HTTP.
///
/// usage: `gate-cost gated|ungated`    prints the port, and ends at SIGTERM
@main
struct GateCost {
    static func main() async throws {
        // The Community edition allows the core. The clock is the system's, as in a server.
        let gate = LicenseGate([], configuration: .zstack(node: .any, build: .any), trustedClock: .firstStart)
        let router = Router()
        let handler: @Sendable (Request, BasicRequestContext) async throws -> String = { _, _ in "started" }
        if CommandLine.arguments.dropFirst().first == "gated" {
            router.requiring(gate, .operate(.base)).get("start", use: handler)
        } else {
            // A group without a check, so that only the check differs.
            router.group().get("start", use: handler)
        }
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                // At once, even if the output is a pipe.
                FileHandle.standardOutput.write(Data("port \(channel.localAddress?.port ?? 0)\n".utf8))
            },
            logger: Logger(label: "gate-cost") { _ in SwiftLogNoOpLogHandler() }
        )
        try await application.runService()
    }
}
