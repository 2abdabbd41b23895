import GRDB
import Licensing

/// An object that administrators add, reconnect and delete, as a row of a table: a host, an image server or a primary storage.
protocol ManagedObject: Codable, Sendable, FetchableRecord, PersistableRecord {
    /// The column of the address, which no other object of the table has.
    static var addressColumn: String { get }

    /// The object's UUID in the platform's API, which is 32 hexadecimal digits.
    var uuid: String { get }

    /// The name that the administrator gave the object.
    var name: String { get }

    /// The address at which the node reaches the object.
    var address: String { get }

    /// When the node connected to the object for the last time.
    var connectedAt: LicenseInstant { get set }

    /// What a license must allow to change the object: the core, or the module that the object belongs to.
    var slot: LicenseSlot { get }
}

extension ManagedObject {
    /// The core, which objects belong to unless they say otherwise.
    var slot: LicenseSlot { .base }

    /// Inserts the object into a database.
    ///
    /// - Throws: `PlatformFailure` if its address is in use.
    func inserted(in database: Database) throws -> Self {
        guard try Self.filter(Column(Self.addressColumn) == self.address).isEmpty(database) else {
            throw PlatformFailure.invalid("The address is in use.", "该地址已被使用。")
        }
        try self.insert(database)
        return self
    }
}
