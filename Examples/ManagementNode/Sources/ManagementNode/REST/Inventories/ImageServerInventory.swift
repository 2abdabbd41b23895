import ZStackLicensing

/// An image server, as the platform's clients read it.
struct ImageServerInventory: Inventory {
    let uuid: String
    let name: String
    let url: String
    let type = "ImageStoreBackupStorage"
    let state = "Enabled"
    let status = "Connected"
    let createDate: String
    let lastOpDate: String

    init(_ object: ImageServer, offset: UTCOffset) {
        self.uuid = object.uuid
        self.name = object.name
        self.url = object.url
        self.createDate = offset.text(of: object.createdAt)
        self.lastOpDate = offset.text(of: object.connectedAt)
    }

    static func type(of object: ImageServer) -> String {
        "org.zstack.storage.backup.imagestore.ImageStoreBackupStorageInventory"
    }
}
