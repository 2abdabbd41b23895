import Foundation
import GRDB

/// The databases that Photon serves, by their names, in a table of SQLite.
public struct Databases: Sendable {
    private let queue: DatabaseQueue

    /// Opens the table.
    ///
    /// - Parameter path: The path of SQLite's file.
    /// - Throws: `DatabaseError` if it can't be opened.
    public init(path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        self.queue = try DatabaseQueue(path: path, configuration: configuration)
        try self.queue.write { try $0.execute(sql: "CREATE TABLE IF NOT EXISTS databases (name TEXT PRIMARY KEY)") }
    }

    /// Adds a database, unless it is there already, or the check of how many there are throws.
    ///
    /// Both are one transaction, which is alone: nothing comes between the count and the addition.
    public func add(_ name: String, ifAllowed check: @escaping @Sendable (_ count: Int) throws -> Void) async throws {
        try await self.queue.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                let isThere = try Bool.fetchOne(
                    database,
                    sql: "SELECT EXISTS (SELECT 1 FROM databases WHERE name = ?)",
                    arguments: [name]
                )
                guard isThere == false else {
                    return .rollback
                }
                try check(try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM databases") ?? 0)
                try database.execute(sql: "INSERT INTO databases (name) VALUES (?)", arguments: [name])
                return .commit
            }
        }
    }

    /// Removes a database.
    public func remove(_ name: String) async throws {
        try await self.queue.write { try $0.execute(sql: "DELETE FROM databases WHERE name = ?", arguments: [name]) }
    }

    /// The names of the databases, in order.
    public func names() async throws -> [String] {
        try await self.queue.read { try String.fetchAll($0, sql: "SELECT name FROM databases ORDER BY name") }
    }
}
