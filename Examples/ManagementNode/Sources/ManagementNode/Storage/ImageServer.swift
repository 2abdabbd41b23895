import GRDB
import Licensing

/// An image server, which stores the images of virtual machines.
struct ImageServer: ManagedObject {
    static let databaseTableName = "imageServer"
    static let addressColumn = "url"

    var uuid = Random.uuid()
    var name: String
    var url: String
    var createdAt: LicenseInstant
    var connectedAt: LicenseInstant

    var address: String { self.url }
}
