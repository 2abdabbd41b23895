import Licensing

extension ProductCatalog {
    /// Returns the catalog of Photon, in English, Chinese and German.
    public static func photon() throws(InvalidTextError) -> ProductCatalog {
        try ProductCatalog(
            product: "photon",
            name: "Photon",
            contact: LocalizedText("Photon support", ["zh-Hans": "Photon 支持团队", "de": "den Photon-Support"]),
            modules: [
                "replication": LocalizedText("replication", ["zh-Hans": "复制", "de": "Replikation"]),
                "vector-search": LocalizedText("vector search", ["zh-Hans": "向量搜索", "de": "Vektorsuche"]),
            ],
            units: [
                .cores: LocalizedText("CPU cores", ["zh-Hans": "CPU 核", "de": "CPU-Kerne"]),
                .databases: LocalizedText("databases", ["zh-Hans": "数据库", "de": "Datenbanken"]),
            ],
            editions: ["standard": "Standard"],
            requiredLimits: [[.cores], [.databases]]
        )
        .adding(self.germanTexts, in: "de")
    }
}

extension LimitUnit {
    /// The number of CPU cores that queries use.
    public static let cores: LimitUnit = "cores"

    /// The number of databases on the server.
    public static let databases: LimitUnit = "databases"
}

extension LicenseCapability {
    /// Querying a database.
    static let query = LicenseCapability.operate(.base)

    /// Replicating a database to other machines.
    static let replicate = LicenseCapability.operate(.module("replication"))

    /// Searching vectors by similarity.
    static let search = LicenseCapability.operate(.module("vector-search"))
}
