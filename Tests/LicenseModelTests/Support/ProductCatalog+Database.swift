import LicenseModel

extension ProductCatalog {
    /// The catalog of a database, with all names in English, Chinese and German, and without its own texts.
    static let database = ProductCatalog(
        product: "photon",
        name: LocalizedText("Photon", [.simplifiedChinese: "光子", "de": "Photon"]),
        contact: LocalizedText("Photon support", [.simplifiedChinese: "光子支持团队", "de": "den Photon-Support"]),
        modules: [
            "replication": LocalizedText("replication", [.simplifiedChinese: "复制", "de": "Replikation"]),
            "vector-search": LocalizedText("vector search", [.simplifiedChinese: "向量搜索", "de": "Vektorsuche"]),
        ],
        units: [
            "cores": LocalizedText("CPU cores", [.simplifiedChinese: "CPU核", "de": "CPU-Kerne"]),
            "sockets": LocalizedText("CPU sockets", [.simplifiedChinese: "CPU插槽", "de": "CPU-Sockel"]),
        ],
        editions: ["standard": LocalizedText("Standard", [.simplifiedChinese: "标准版", "de": "Standard"])],
        requiredLimits: [["sockets", "cores"]]
    )
}
