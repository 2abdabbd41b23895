public import LicenseModel

extension ProductCatalog {
    /// A catalog for tests that do not need a specific product: `test-product`, with the unit `units`.
    ///
    /// Its only edition is `standard`.
    public static let testing = ProductCatalog(
        product: "test-product",
        name: "the product",
        units: ["units": "units"],
        editions: ["standard": "Standard"]
    )

    /// The edition of a base license that specifies none: the first of the catalog in byte order, or `standard`.
    var testEdition: License.Edition {
        self.editions.keys.min() ?? "standard"
    }

    /// The limits of a base license that specifies none: 10 of each unit of the catalog, or 10 `units`.
    var testLimits: [LimitUnit: License.Limit] {
        let units = self.units.isEmpty ? ["units"] : Array(self.units.keys)
        return Dictionary(units.map { ($0, .count(10)) }) { first, _ in first }
    }
}
