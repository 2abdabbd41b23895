import Licensing
import Logging
import ServiceLifecycle

/// Manages the licenses of a running Photon server: installs licenses, logs changes and saves the time.
public actor LicenseService: Service {
    /// The gate that decides for each request what the licenses allow.
    public nonisolated let gate: LicenseGate
    private let verifier: LicenseVerifier
    private let files: LicenseFiles
    private let logger: Logger

    /// Creates a service for the licenses of a gate.
    public init(_ gate: LicenseGate, _ verifier: LicenseVerifier, _ files: LicenseFiles, _ logger: Logger) {
        (self.gate, self.verifier, self.files, self.logger) = (gate, verifier, files, logger)
    }

    /// Returns the changes that a license file makes, and installs it if that is confirmed and there is no id conflict.
    func install(_ contents: [UInt8], isConfirmed: Bool, given usage: LicenseUsage) throws -> EntitlementsPreview {
        let file = try self.verifier.verify(contents: contents)
        let preview = self.gate.entitlements.preview(installing: file.licenses, given: usage)
        if isConfirmed, !preview.hasConflict {
            try self.files.save(file)
            self.gate.modify { $0 += file.licenses }
        }
        return preview
    }

    /// Runs until the server shuts down.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            async let changes: Void = self.logChanges()
            repeat { await self.saveTime() } while (try? await Task.sleep(for: .seconds(600))) != nil
            await changes
        }
        self.saveTime()
    }

    private func logChanges() async {
        let (changes, report) = (self.gate.changes(), self.gate.report())
        for message in report.reminders.map(\.message) + report.findings.map(\.message) {
            self.logger.warning("License notice: \(message.english)")
        }
        for await change in changes {
            self.logger.warning("License state changed: \(change.differences())")
        }
    }

    private func saveTime() {
        do {
            try self.files.save(self.gate.trustedClock)
        } catch {
            self.logger.error("The trusted time cannot be saved: \(error)")
        }
    }
}

extension EntitlementsPreview {
    /// Whether a new license has the id of another license.
    var hasConflict: Bool { self.warnings.contains { $0.code == .idConflict } }
}
