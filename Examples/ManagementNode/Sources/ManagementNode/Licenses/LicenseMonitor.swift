import LicenseStore
import Licensing
import Logging
import ServiceLifecycle

/// Runs the license folder, which saves the trusted time, and writes to the log what happens to the licenses.
struct LicenseMonitor: Service {
    let folder: LicenseFolder
    let database: NodeDatabase
    let logger: Logger

    func run() async throws {
        // Both sequences have each change from here on.
        let (gateChanges, folderChanges) = (self.folder.gate.changes(), self.folder.changes())
        self.logState()
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask { await self.folder.run() }
                group.addTask {
                    for await change in gateChanges {
                        self.logger.warning("The licenses changed: \(change.differences())")
                    }
                }
                group.addTask {
                    for await change in folderChanges {
                        await self.log(change)
                    }
                }
            }
        }
        // The folder saves the time once more when it stops.
        await self.saveWitness()
    }

    /// Writes the state at start: a line for each license that is loaded, and for each finding.
    private func logState() {
        let report = self.folder.gate.report()
        for slot in report.slots where slot.slot == .base || slot.licenseID != nil {
            var metadata: Logger.Metadata = [:]
            if let id = slot.licenseID {
                metadata = [
                    "license": "\(id)",
                    "expires": "\(slot.expiresAt?.description ?? "never")",
                    "days": "\(slot.daysCovered.map(String.init) ?? "unlimited")",
                ]
            }
            self.logger.notice("License of \(slot.slot): \(slot.status)", metadata: metadata)
        }
        // The changes of the folder start with its own findings.
        for finding in report.findings {
            self.logger.warning("License finding: \(finding.message.english)")
        }
    }

    private func log(_ change: LicenseFolderChange) async {
        switch change.kind {
        case .findings:
            for finding in change.findings {
                self.logger.warning("License finding: \(finding.message.english)")
            }
        case .reminders:
            for reminder in change.reminders {
                self.logger.warning("License reminder: \(reminder.message.english)", metadata: ["id": "\(reminder.id)"])
            }
        case .timeSaved: await self.saveWitness()
        default: self.logger.notice("Licenses \(change)")
        }
    }

    /// Saves the latest saved time outside the folder, so that a restored folder cannot go back in time.
    private func saveWitness() async {
        guard let witness = self.folder.witness else {
            return
        }
        do {
            // The task can be canceled by now, and saving must not be.
            try await Task { try await NodeRecord.save(witness, in: self.database) }.value
        } catch {
            self.logger.error("The saved time is not in the database: \(error)")
        }
    }
}
