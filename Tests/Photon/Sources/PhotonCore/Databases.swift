import Foundation
import GRDB

/// The names of the databases that Photon serves, in a SQLite table.
public struct Databases: Sendable {
    private let queue: DatabaseQueue

    /// Opens the table, and creates it if necessary.
    ///
    /// - Parameter path: The path of the SQLite file.
    /// - Throws: `DatabaseError` if it cannot be opened.
    public init(path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        self.queue = try DatabaseQueue(path: path, configuration: configuration)
        try self.queue.write { try $0.execute(sql: "CREATE TABLE IF NOT EXISTS databases (name TEXT PRIMARY KEY)") }
    }

    /// Adds a database unless it already exists, or throws the error of a check of the number of databases.
    ///
    /// The check and the addition are one immediate transaction, so the number cannot change between them.
    public func add(_ name: String, ifAllowed check: @escaping @Sendable (_ count: Int) throws -> Void) async throws {
        try await self.queue.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                let exists = try Bool.fetchOne(
                    database,
                    sql: "SELECT EXISTS (SELECT 1 FROM databases WHERE name = ?)",
                    arguments: [name]
                )
                guard exists == false else {
                    return .rollback
                }
                try check(try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM databases") ?? 0)
                try database.execute(sql: "INSERT INTO databases (name) VALUES (?)", arguments: [name])
                return .commit
            }
        }
    }

    /// Removes a database if it exists.
    public func remove(_ name: String) async throws {
        try await self.queue.write { try $0.execute(sql: "DELETE FROM databases WHERE name = ?", arguments: [name]) }
    }

    /// Returns the names of the databases in alphabetical order.
    public func names() async throws -> [String] {
        try await self.queue.read { try String.fetchAll($0, sql: "SELECT name FROM databases ORDER BY name") }
    }
}
