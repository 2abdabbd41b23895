import LicenseModel

/// A table of the modules that licenses name, to which licenses are added one after another.
struct ModuleTable {
    /// The number of modules up to which a linear search is faster than hashing a module.
    private static let linearSearchLimit = 8

    /// The modules in the order in which they were first added.
    private var modules: [ModuleTerms] = []

    /// The positions in ``modules`` of those that a linear search does not reach.
    private var positions: [License.Module: Int] = [:]

    /// Creates a table without modules, for a number of licenses.
    ///
    /// - Parameter count: The number of licenses to add, at most.
    init(licenseCount count: Int) {
        self.modules.reserveCapacity(min(count, Self.linearSearchLimit))
    }

    /// The modules in ascending order of their names' bytes.
    var ordered: [ModuleTerms] {
        // `ordered(by:)` is generic, which is too slow for an evaluation.
        IndexOrder.indices(upTo: self.modules.count) { self.modules[$0].module < self.modules[$1].module }
            .map { self.modules[$0] }
    }

    /// Adds the index of a license in ``SlotTable/terms`` to a module.
    mutating func add(_ index: Int, to module: License.Module) {
        if let position = self.position(of: module) {
            self.modules[position].indices.append(index)
            return
        }
        if self.modules.count >= Self.linearSearchLimit {
            self.positions[module] = self.modules.count
        }
        self.modules.append(ModuleTerms(module: module, indices: [index]))
    }

    /// Returns the position of a module in ``modules``, or `nil` if the module is new.
    private func position(of module: License.Module) -> Int? {
        for (position, known) in self.modules.prefix(Self.linearSearchLimit).enumerated() where known.module == module {
            return position
        }
        return self.positions.isEmpty ? nil : self.positions[module]
    }
}
