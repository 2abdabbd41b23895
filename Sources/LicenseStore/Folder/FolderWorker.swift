import LicenseModel
import LicensePolicy

/// Runs everything that waits for the disk on a thread of its own, one call after another.
actor FolderWorker {
    private let executor = FileExecutor()
    private let settings: FolderSettings
    private var engine: FolderEngine?

    /// The number of states that calls have returned.
    private var version = 0

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe self.executor.asUnownedSerialExecutor()
    }

    init(_ settings: FolderSettings) {
        self.settings = settings
    }

    /// Runs a function with the folder, which is opened at the first call.
    ///
    /// - Returns: The result of the function, and the folder's findings after it.
    func run<Result: Sendable>(
        _ body: @Sendable (FolderEngine) throws(LicenseStoreError) -> Result
    ) throws(LicenseStoreError) -> (result: Result, state: FolderState) {
        let engine: FolderEngine
        if let opened = self.engine {
            engine = opened
        } else {
            engine = try FolderEngine(self.settings)
            self.engine = engine
        }
        defer {
            // The lock of the folder is released by now.
            if engine.hasRefusalToWrite {
                engine.writeRefusals()
            }
        }
        let result = try body(engine)
        return (result, self.state(of: engine))
    }

    /// Returns the findings and the witness without waiting for another call to be made.
    func state() -> FolderState? {
        self.engine.map(self.state(of:))
    }

    private func state(of engine: FolderEngine) -> FolderState {
        self.version += 1
        return FolderState(version: self.version, findings: engine.findings, witness: engine.witness)
    }
}

/// What a folder shows without waiting for the disk.
struct FolderState: Sendable, Equatable {
    /// A number that grows with each call.
    var version = 0

    var findings: [LicenseStoreFinding] = []
    var witness: LicenseTimeWitness?
}
