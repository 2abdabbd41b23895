import LicenseModel

/// Numbers modules in the order in which they are first asked for, from 0 on.
struct ModuleNumbers {
    /// How many modules are looked through, which takes less time than to hash one.
    private static let fewModules = 8

    private var first: [License.Module] = []
    private var others: [License.Module: Int] = [:]

    /// The module's number: how many there were, where it is new.
    subscript(module: License.Module) -> Int {
        mutating get {
            for (number, known) in self.first.enumerated() where known == module {
                return number
            }
            if self.first.count < Self.fewModules {
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
