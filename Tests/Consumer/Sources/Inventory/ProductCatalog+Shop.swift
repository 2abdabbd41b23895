public import Licensing

extension ProductCatalog {
    /// The catalog of the shop, with the warehouse as a module and shelves as a unit.
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
    /// The module that manages the warehouse.
    public static let warehouse: License.Module = "warehouse"
}

extension LimitUnit {
    /// The number of shelves in the warehouse.
    public static let shelves: LimitUnit = "shelves"
}
