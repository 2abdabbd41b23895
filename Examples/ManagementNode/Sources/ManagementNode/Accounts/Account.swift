import Foundation
import GRDB
import Licensing

/// A person or program that can log in.
struct Account: Codable, Sendable, Identifiable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "account"

    /// What an account may do.
    enum Kind: String, Codable, Sendable {
        /// The administrator, who manages licenses, hosts, storage and accounts.
        case administrator = "SystemAdmin"

        /// An ordinary account, which can only view.
        case ordinary = "Normal"
    }

    var uuid = Random.uuid()
    var name: String
    var type: Kind
    var salt: Data
    var passwordHash: Data
    var createdAt: LicenseInstant

    var id: String { self.uuid }

    var isAdministrator: Bool { self.type == .administrator }
}
