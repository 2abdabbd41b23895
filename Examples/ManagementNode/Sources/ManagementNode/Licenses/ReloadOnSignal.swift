import LicenseStore
import Logging
import ServiceLifecycle
import UnixSignals

/// Reloads the licenses when the process gets SIGHUP, such as after an administrator copied a file into the folder.
struct ReloadOnSignal: Service {
    let licenses: LicenseService
    let logger: Logger

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
            do {
                try await self.licenses.reload(by: LicenseActor(name: "SIGHUP", isAdministrator: true))
            } catch {
                self.logger.error("The licenses are not reloaded: \(error)")
            }
        }
    }
}
