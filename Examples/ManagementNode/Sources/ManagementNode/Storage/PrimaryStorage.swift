import GRDB
import Licensing

/// A primary storage, which stores the disks of virtual machines.
struct PrimaryStorage: ManagedObject {
    static let databaseTableName = "primaryStorage"
    static let addressColumn = "url"

    var uuid = Random.uuid()
    var name: String
    var url: String
    var createdAt: LicenseInstant
    var connectedAt: LicenseInstant

    var address: String { self.url }
}
