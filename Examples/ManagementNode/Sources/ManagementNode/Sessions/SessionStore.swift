import GRDB
import Licensing

/// The sessions of all accounts, in a table of the database.
struct SessionStore: Sendable {
    /// How long a session lasts, in seconds.
    static let lifetime: Int64 = 7_200

    /// How many sessions an account can have.
    ///
    /// A further login ends the oldest.
    static let maximumCount = 500

    let database: NodeDatabase

    /// Starts a session of an account, and removes all that have expired.
    func start(_ account: Account, at now: LicenseInstant) async throws -> Session {
        let session = Session(
            uuid: Random.uuid(),
            account: account,
            createdAt: now,
            expiresAt: now.advanced(bySeconds: Self.lifetime)
        )
        let record = SessionRecord(
            digest: SessionRecord.digest(session.uuid),
            accountUuid: account.uuid,
            createdAt: session.createdAt,
            expiresAt: session.expiresAt
        )
        try await self.database.change { database in
            try SessionRecord.filter(Column("expiresAt") <= now).deleteAll(database)
            try database.execute(
                sql: """
                    DELETE FROM session WHERE digest IN (
                        SELECT digest FROM session WHERE accountUuid = ?
                        ORDER BY createdAt DESC, rowid DESC LIMIT -1 OFFSET ?
                    )
                    """,
                arguments: [account.uuid, Self.maximumCount - 1]
            )
            try record.insert(database)
        }
        return session
    }

    /// Returns the session with a UUID, or `nil` if it does not exist or has expired.
    func session(_ uuid: String, at now: LicenseInstant) async throws -> Session? {
        let digest = SessionRecord.digest(uuid)
        return try await self.database.read { database in
            guard let record = try SessionRecord.fetchOne(database, key: digest), now < record.expiresAt,
                let account = try Account.fetchOne(database, key: record.accountUuid)
            else {
                return nil
            }
            return Session(uuid: uuid, account: account, createdAt: record.createdAt, expiresAt: record.expiresAt)
        }
    }

    /// Ends a session.
    ///
    /// - Returns: Whether there was one.
    @discardableResult
    func end(_ uuid: String) async throws -> Bool {
        let digest = SessionRecord.digest(uuid)
        return try await self.database.change { try SessionRecord.deleteOne($0, key: digest) }
    }
}
