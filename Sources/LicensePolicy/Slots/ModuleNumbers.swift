import LicenseModel

/// A table that numbers modules from 0 in the order in which they are first looked up.
struct ModuleNumbers {
    /// The number of modules up to which a linear search is faster than hashing a module.
    private static let linearSearchLimit = 8

    private var first: [License.Module] = []
    private var others: [License.Module: Int] = [:]

    /// Returns the number of a module, which is the next free number if the module is new.
    subscript(module: License.Module) -> Int {
        mutating get {
            for (number, known) in self.first.enumerated() where known == module {
                return number
            }
            if self.first.count < Self.linearSearchLimit {
                self.first.append(module)
                return self.first.count - 1
            }
            let next = self.first.count + self.others.count
            let number = self.others[module, default: next]
            self.others[module] = number
            return number
        }
    }
}
