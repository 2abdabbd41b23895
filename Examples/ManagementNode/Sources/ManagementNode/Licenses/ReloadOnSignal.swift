import LicenseStore
import Logging
import ServiceLifecycle
import UnixSignals

/// Reloads the licenses when the process gets SIGHUP, such as after an administrator copied a file into the folder.
struct ReloadOnSignal: Service {
    /// The signals, which have been trapped since the start of the process.
    let signals: UnixSignalsSequence

    let licenses: LicenseService
    let logger: Logger

    func run() async throws {
        for await _ in self.signals.cancelOnGracefulShutdown() {
            do {
                try await self.licenses.reload(by: LicenseActor(name: "SIGHUP", isAdministrator: true))
            } catch {
                self.logger.error("The licenses are not reloaded: \(error)")
            }
        }
    }
}
