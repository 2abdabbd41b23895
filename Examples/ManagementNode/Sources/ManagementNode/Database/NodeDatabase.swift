import Foundation
import GRDB
import LicenseStore
import Licensing

/// The node's SQLite database, with a table for each kind of object.
struct NodeDatabase: Sendable {
    private let pool: DatabasePool

    /// Opens the database of a file, and creates or migrates its tables.
    ///
    /// - Throws: `DatabaseError` if the file cannot be opened or was made by a newer release.
    init(path: String) throws {
        var configuration = Configuration()
        // How long a change waits for the change of another process.
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        // Only the node's own user reads accounts and sessions. SQLite gives its other files the mode of this one.
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        self.pool = try DatabasePool(path: path, configuration: configuration)
        try Self.migrator.migrate(self.pool)
    }

    /// Reads with a snapshot that concurrent changes do not affect.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await self.pool.read(body)
    }

    /// Changes the database in one transaction, which is undone if the body throws an error.
    ///
    /// The transaction is immediate: no other change can run between what the body reads and what it writes. A limit that the
    /// body checks therefore still holds when it inserts.
    func change<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await self.pool.writeWithoutTransaction { database in
            var value: Value?
            try database.inTransaction(.immediate) {
                value = try body(database)
                return .commit
            }
            guard let value else {
                preconditionFailure("A transaction that was committed has a value")
            }
            return value
        }
    }
}

extension NodeDatabase {
    /// The versions of the tables, each of which changes the one before.
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.create(table: Account.databaseTableName) { table in
                table.primaryKey("uuid", .text)
                table.column("name", .text).notNull().unique()
                table.column("type", .text).notNull()
                table.column("salt", .blob).notNull()
                table.column("passwordHash", .blob).notNull()
                table.column("createdAt", .integer).notNull()
            }
            try database.create(table: SessionRecord.databaseTableName) { table in
                table.primaryKey("digest", .blob)
                table.column("accountUuid", .text).notNull().indexed()
                    .references(Account.databaseTableName, onDelete: .cascade)
                table.column("createdAt", .integer).notNull()
                table.column("expiresAt", .integer).notNull()
            }
            try database.create(table: Host.databaseTableName) { table in
                table.primaryKey("uuid", .text)
                table.column("name", .text).notNull()
                table.column("managementIp", .text).notNull().unique()
                table.column("hypervisor", .text).notNull()
                table.column("cpuSockets", .integer).notNull()
                table.column("createdAt", .integer).notNull()
                table.column("connectedAt", .integer).notNull()
            }
            for name in [ImageServer.databaseTableName, PrimaryStorage.databaseTableName] {
                try database.create(table: name) { table in
                    table.primaryKey("uuid", .text)
                    table.column("name", .text).notNull()
                    table.column("url", .text).notNull().unique()
                    table.column("createdAt", .integer).notNull()
                    table.column("connectedAt", .integer).notNull()
                }
            }
            // One row: what the node knows about itself.
            try database.create(table: NodeRecord.databaseTableName) { table in
                table.primaryKey("id", .integer).check { $0 == 1 }
                table.column("uuid", .text).notNull()
                table.column("createdAt", .integer).notNull()
                table.column("timeWitness", .blob)
            }
        }
        migrator.registerMigration("2") { database in
            // One row, which the check of the health writes.
            try database.create(table: "healthCheck") { table in
                table.primaryKey("id", .integer).check { $0 == 1 }
                table.column("count", .integer).notNull()
            }
        }
        return migrator
    }
}
