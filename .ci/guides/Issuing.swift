import Licensing

extension ProductCatalog {
    static let photon = ProductCatalog(product: "photon", name: "Photon")
}

// block
// block
// block
// block
