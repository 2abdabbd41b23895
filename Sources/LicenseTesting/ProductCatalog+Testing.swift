public import LicenseModel

extension ProductCatalog {
    /// For tests without a catalog of their own: the product `test-product`, with `units` to count.
    public static let testing = ProductCatalog(
        product: "test-product",
        name: "the product",
        units: ["units": "units"],
        editions: ["standard": "Standard"]
    )

    /// The edition of a base license that names none.
    var testEdition: License.Edition {
        self.editions.keys.min() ?? "standard"
    }

    /// The limits of a base license that names none.
    var testLimits: [LimitUnit: License.Limit] {
        let units = self.units.isEmpty ? ["units"] : Array(self.units.keys)
        return Dictionary(units.map { ($0, .count(10)) }) { first, _ in first }
    }
}
