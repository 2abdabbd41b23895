import GRDB

/// Whether the database can be read and written, for a check of the node's health.
///
/// A check writes a row, because a full disk still lets the node read. However often clients ask, one check runs at a time, and its
/// answer counts for a few seconds.
actor DatabaseHealth {
    private let database: NodeDatabase
    private let maximumAge: Duration
    private let timeLimit: Duration

    private var isUp = false
    private var checkedAt: ContinuousClock.Instant?
    private var isChecking = false

    init(_ database: NodeDatabase, maximumAge: Duration = .seconds(3), timeLimit: Duration = .seconds(2)) {
        (self.database, self.maximumAge, self.timeLimit) = (database, maximumAge, timeLimit)
    }

    /// Returns whether the database works.
    ///
    /// It does not if a check takes too long, such as behind a lock of another process.
    func isReady() async -> Bool {
        let start = ContinuousClock.now
        if !self.isChecking, self.checkedAt.map({ start - $0 >= self.maximumAge }) ?? true {
            self.isChecking = true
            Task { await self.check() }
        }
        while self.isChecking, ContinuousClock.now - start < self.timeLimit {
            try? await Task.sleep(for: .milliseconds(10))
        }
        return self.isUp && !self.isChecking
    }

    private func check() async {
        do {
            try await self.database.change { database in
                _ = try Account.fetchCount(database)
                try database.execute(
                    sql: "INSERT INTO healthCheck (id, count) VALUES (1, 1) ON CONFLICT DO UPDATE SET count = count + 1"
                )
            }
            self.isUp = true
        } catch {
            self.isUp = false
        }
        (self.checkedAt, self.isChecking) = (.now, false)
    }
}
