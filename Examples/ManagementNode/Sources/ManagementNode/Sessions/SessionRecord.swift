import Foundation
import GRDB
import Licensing

/// The row of a session, which does not have its secret.
///
/// Whoever reads a copy of the database cannot use the sessions in it.
struct SessionRecord: Codable, Sendable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "session"

    /// The SHA-256 of the session's UUID.
    var digest: Data
    var accountUuid: String
    var createdAt: LicenseInstant
    var expiresAt: LicenseInstant

    /// Returns the digest of a session's UUID.
    static func digest(_ uuid: String) -> Data {
        Data(Digest.sha256(uuid))
    }
}
