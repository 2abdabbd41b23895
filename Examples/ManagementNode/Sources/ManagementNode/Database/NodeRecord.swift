import Foundation
import GRDB
import LicenseStore
import Licensing
import Logging

/// The row in which the node keeps what it knows about itself.
struct NodeRecord: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "node"

    var id = 1

    /// The node's UUID in the platform's API, which is 32 hexadecimal digits.
    var uuid = Random.uuid()

    /// When the node started for the first time.
    var createdAt: LicenseInstant

    /// The latest saved time of the license folder, as JSON.
    ///
    /// A license folder that was restored from an old copy does not have it, and continues from it.
    var timeWitness: Data?

    /// Reads the row, or writes it at the first start.
    static func fetchOrInsert(in database: NodeDatabase, at now: LicenseInstant) async throws -> NodeRecord {
        try await database.change { database in
            if let record = try NodeRecord.fetchOne(database) {
                return record
            }
            let record = NodeRecord(createdAt: now)
            try record.insert(database)
            return record
        }
    }

    /// The saved time that the license folder must not be older than.
    ///
    /// A damaged one is ignored, with a line in the log: the folder has its own, and the node must start.
    func witness(_ logger: Logger) -> LicenseRequirement<LicenseTimeWitness> {
        guard let json = self.timeWitness else {
            return .any
        }
        do {
            return .only(try JSONDecoder().decode(LicenseTimeWitness.self, from: json))
        } catch {
            logger.error("The saved time in the database is damaged and ignored", metadata: ["error": "\(error)"])
            return .any
        }
    }

    /// Saves the latest saved time of the license folder.
    static func save(_ witness: LicenseTimeWitness, in database: NodeDatabase) async throws {
        let json = try JSONEncoder().encode(witness)
        try await database.change { database in
            try database.execute(sql: "UPDATE node SET timeWitness = ?", arguments: [json])
        }
    }
}
