import Foundation
import Hummingbird
import Licensing
import Logging
import ZStackLicensing

/// Answers requests on a route with or without a license check.
///
/// usage: `gate-cost gated|ungated [NUMBER]`
///
/// With a number, it answers as many requests without a network. Otherwise, it serves them over HTTP: it prints the port, and ends at
/// SIGTERM.
@main
struct GateCost {
    private static let logger = Logger(label: "gate-cost") { _ in SwiftLogNoOpLogHandler() }

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let router = Self.router(isGated: arguments.first == "gated")
        if let number = arguments.dropFirst().first.flatMap(Int.init) {
            try await Self.answer(number, router.buildResponder())
        } else {
            try await Self.serve(router)
        }
    }

    private static func router(isGated: Bool) -> Router<GateContext> {
        // The Community edition allows the core. The clock is the system's, as in a server.
        let gate = LicenseGate([], configuration: .zstack(node: .any, build: .any), trustedClock: .firstStart)
        let router = Router(context: GateContext.self)
        let handler: @Sendable (Request, GateContext) async throws -> String = { _, _ in "started" }
        if isGated {
            router.requiring(gate, .operate(.base)).get("start", use: handler)
        } else {
            // A group without a check, so that only the check differs.
            router.group().get("start", use: handler)
        }
        return router
    }

    private static func answer(_ number: Int, _ responder: some HTTPResponder<GateContext>) async throws {
        let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/start")
        for _ in 0..<number {
            let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
            let response = try await responder.respond(to: request, context: GateContext(logger: self.logger))
            precondition(response.status == .ok)
        }
    }

    private static func serve(_ router: Router<GateContext>) async throws {
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                // At once, even if the output is a pipe.
                FileHandle.standardOutput.write(Data("port \(channel.localAddress?.port ?? 0)\n".utf8))
            },
            logger: self.logger
        )
        try await application.runService()
    }
}
