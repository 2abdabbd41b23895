import LicenseModel

/// A module with the licenses that fill its slot.
struct ModuleTerms {
    let module: License.Module

    /// The indices of the licenses in ``SlotTable/terms``.
    var indices: [Int]
}
