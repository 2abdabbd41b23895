public import Licensing

extension ProductCatalog {
    /// What can be licensed of Photon, a database server.
    public static let photon = ProductCatalog(
        product: "photon",
        name: "Photon",
        modules: ["replication": "replication"],
        units: ["databases": "databases"],
        editions: ["standard": "Standard"]
    )
}
