public import Licensing

extension ProductCatalog {
    /// The shop's product: the base, a warehouse as a module, and shelves that are counted.
    public static let shop = ProductCatalog(
        product: "shop",
        name: "the shop",
        modules: ["warehouse": "the warehouse"],
        units: ["shelves": "shelves"],
        editions: ["standard": "Standard"],
        requiredLimits: [["shelves"]]
    )
}

extension License.Module {
    /// The warehouse.
    public static let warehouse: License.Module = "warehouse"
}

extension LimitUnit {
    /// Shelves.
    public static let shelves: LimitUnit = "shelves"
}
