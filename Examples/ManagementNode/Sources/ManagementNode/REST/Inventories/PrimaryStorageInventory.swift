import ZStackLicensing

/// A primary storage, as the platform's clients read it.
struct PrimaryStorageInventory: Inventory {
    let uuid: String
    let name: String
    let url: String
    let type = "NFS"
    let state = "Enabled"
    let status = "Connected"
    let createDate: String
    let lastOpDate: String

    init(_ object: PrimaryStorage, offset: UTCOffset) {
        self.uuid = object.uuid
        self.name = object.name
        self.url = object.url
        self.createDate = offset.text(of: object.createdAt)
        self.lastOpDate = offset.text(of: object.connectedAt)
    }

    static func type(of object: PrimaryStorage) -> String {
        "org.zstack.header.storage.primary.PrimaryStorageInventory"
    }
}
