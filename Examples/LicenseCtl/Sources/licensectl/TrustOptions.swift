import ArgumentParser
import Licensing

/// The options that specify how license files are verified.
struct TrustOptions: ParsableArguments {
    @OptionGroup var catalog: CatalogOptions

    @Option(
        name: .customLong("trust"),
        help: "A file of trusted keys: JWK, JWK Set, or PEM as FILE[:ALG[:KID]]. Can be repeated."
    )
    var keys: [TrustArgument] = []

    @OptionGroup var vendor: VendorKeyOptions

    @Option(help: "The product that licenses must be for. Defaults to the product of --catalog, or else to any.")
    var product: ProductID?

    @Flag(help: "Also accept licenses that are signed by a key of the test environment.")
    var allowTestKeys = false

    /// Throws a usage error if the command line names no trusted keys.
    func requireKeys() throws {
        guard !self.keys.isEmpty || self.vendor.key != nil else {
            throw ValidationError("Specify the trusted keys with --trust or --vendor-key.")
        }
    }

    /// Returns the verifier that the options specify.
    ///
    /// - Parameter catalog: The catalog, which the caller reads because it can come from standard input.
    /// - Returns: The verifier.
    /// - Throws: The exit status 74 if a key cannot be used, or `ValidationError` if the products differ.
    func verifier(for catalog: ProductCatalog) throws -> LicenseVerifier {
        LicenseVerifier(
            trusting: try TrustArgument.keys(of: self.keys),
            product: try self.requirement(catalog),
            environments: self.allowTestKeys ? [.production, .test] : [.production],
            formats: try self.vendor.formats()
        )
    }

    /// Returns the required product: the value of `--product`, or else the catalog's product, or else any product.
    private func requirement(_ catalog: ProductCatalog) throws -> LicenseRequirement<ProductID> {
        let described = self.catalog.file.map { _ in catalog.product }
        if let product = self.product, let described, product != described {
            throw ValidationError("The catalog is for the product '\(described)', not for '\(product)'.")
        }
        return (self.product ?? described).map { .only($0) } ?? .any
    }
}
