import LicensePolicy

extension LicenseFolder {
    /// Saves the trusted time every ten minutes until the task is canceled, and once more then.
    ///
    /// It also sends each reminder to ``changes()`` once a day. Run it in a task for as long as your product runs. Without it
    /// the time is saved only when the folder is opened, and there are no reminders.
    ///
    /// The method ends normally. With swift-service-lifecycle, the service is one line:
    ///
    /// ```swift
    /// struct LicenseService: Service {
    ///     let folder: LicenseFolder
    ///     func run() async throws { await cancelWhenGracefulShutdown { await folder.run() } }
    /// }
    /// ```
    public func run() async {
        await self.run(every: .seconds(600))
    }

    /// Saves the time in an interval, for tests.
    func run(every interval: Duration) async {
        var schedule = ReminderSchedule()
        while !Task.isCancelled {
            let report = self.gate.report()
            let reminders = schedule.due(report.reminders, at: report.instant)
            if !reminders.isEmpty {
                self.tell(.reminders(reminders))
            }
            do {
                try await Task.sleep(for: interval)
            } catch {
                break
            }
            await self.saveTime()
        }
        await self.saveTime()
    }

    /// Saves the trusted time now, and writes refusals and findings that the history does not have yet.
    ///
    /// A failure is a finding, and no error. ``run()`` calls this method. Call it yourself at the end of a process that
    /// does not use ``run()``. A folder that is open with ``Opening/withoutSavingTime`` writes only refusals.
    public func saveTime() async {
        // The folder is open, so nothing here throws.
        _ = try? await self.perform { engine throws(LicenseStoreError) in
            engine.saveTime()
            engine.writeRefusals()
            if engine.settings.opening != .withoutSavingTime {
                engine.recordFindings()
            }
        }
    }
}
