import GRDB
import Licensing

/// The objects of one kind, in a table of the database.
///
/// It checks no license: its callers do.
struct ObjectStore<Object: ManagedObject>: Sendable {
    let database: NodeDatabase

    /// Returns all objects that pass a filter, in the order in which they were added.
    func all(where filter: (any SQLSpecificExpressible & Sendable)? = nil) async throws -> [Object] {
        try await self.database.read { database in
            let objects = filter.map { Object.filter($0) } ?? Object.all()
            return try objects.order(Column.rowID).fetchAll(database)
        }
    }

    /// Returns the object with a UUID.
    ///
    /// - Throws: `PlatformFailure` if it does not exist.
    func object(_ uuid: String) async throws -> Object {
        guard let object = try await self.database.read({ try Object.fetchOne($0, key: uuid) }) else {
            throw PlatformFailure.notFound(uuid)
        }
        return object
    }

    /// Adds an object.
    ///
    /// - Throws: `PlatformFailure` if its address is in use.
    func add(_ object: Object) async throws -> Object {
        try await self.database.change { try object.inserted(in: $0) }
    }

    /// Connects to an object again.
    ///
    /// - Throws: `PlatformFailure` if it does not exist.
    func reconnect(_ uuid: String, at now: LicenseInstant) async throws -> Object {
        try await self.database.change { database in
            guard var object = try Object.fetchOne(database, key: uuid) else {
                throw PlatformFailure.notFound(uuid)
            }
            object.connectedAt = now
            try object.update(database)
            return object
        }
    }

    /// Deletes an object, which no license state prevents.
    ///
    /// - Throws: `PlatformFailure` if it does not exist.
    func delete(_ uuid: String) async throws {
        guard try await self.database.change({ try Object.deleteOne($0, key: uuid) }) else {
            throw PlatformFailure.notFound(uuid)
        }
    }
}
