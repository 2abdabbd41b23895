// block

func table() -> [Int: VendorLicenseType] {
// block
    return types
}

// block
