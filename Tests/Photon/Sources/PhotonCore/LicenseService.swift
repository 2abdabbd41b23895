import LicenseStore
import Licensing
import Logging
import ServiceLifecycle

/// Manages the licenses of a running Photon server: installs licenses, logs changes and saves the time.
public struct LicenseService: Service {
    /// Photon has one user, whom the proxy in front of it authenticates.
    private static let user = LicenseActor(name: "photon", isAdministrator: true)

    private let folder: LicenseFolder
    private let logger: Logger

    /// Creates a service for the licenses of a folder.
    public init(_ folder: LicenseFolder, _ logger: Logger) {
        (self.folder, self.logger) = (folder, logger)
    }

    /// The gate that decides for each request what the licenses allow.
    public var gate: LicenseGate { self.folder.gate }

    /// Returns the changes that a license file makes, and installs it if that is confirmed.
    func install(
        _ contents: [UInt8],
        isConfirmed: Bool,
        given usage: LicenseUsage
    ) async throws(LicenseStoreError) -> EntitlementsPreview {
        let plan = try await self.folder.plan(installing: contents, given: usage)
        if isConfirmed {
            try await self.folder.install(contents, by: Self.user, activates: true)
        }
        return plan.preview
    }

    /// Runs until the server shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            async let changes: Void = self.logChanges()
            await self.folder.run()
            await changes
        }
    }

    private func logChanges() async {
        let (changes, report) = (self.gate.changes(), self.gate.report())
        let notices = report.reminders.map(\.message) + report.findings.map(\.message)
        for message in notices + self.folder.findings.map(\.message) {
            self.logger.warning("License notice: \(message.english)")
        }
        for await change in changes {
            self.logger.warning("License state changed: \(change.differences())")
        }
    }
}
