public import LicenseModel

extension MenuState {
    /// What becomes of a module's entry in a menu, in a word.
    public var name: LicenseMessage {
        LicenseMessage("menu.\(self.rawValue)")
    }
}

extension LoginDirective {
    /// What happens at login, in a few words.
    public var name: LicenseMessage {
        LicenseMessage("login.\(self.rawValue)")
    }
}

extension ProductCatalog {
    /// What people call the product or a module, as it stands within a sentence.
    ///
    /// - Parameter slot: The base, which is the product, or a module.
    /// - Returns: The name. A module that is not in the catalog keeps its own.
    public func name(of slot: LicenseSlot) -> LocalizedText {
        slot.module.map { self.name(of: $0) } ?? self.name
    }

    /// The slots of the product: the base, then the modules by their bytes.
    package var slots: [LicenseSlot] {
        [.base] + self.modules.keys.ordered().map(LicenseSlot.module)
    }
}
