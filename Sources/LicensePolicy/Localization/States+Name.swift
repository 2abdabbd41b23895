public import LicenseModel

extension MenuState {
    /// The display name of the menu state, to render with a catalog.
    public var name: LicenseMessage {
        LicenseMessage("menu.\(self.rawValue)")
    }
}

extension LoginDirective {
    /// The display name of the login behavior, to render with a catalog.
    public var name: LicenseMessage {
        LicenseMessage("login.\(self.rawValue)")
    }
}

extension ProductCatalog {
    /// Returns the display name of the product or of a module, as used within a sentence.
    ///
    /// - Parameter slot: The base for the product, or a module.
    /// - Returns: The display name, or the raw value of the module if the catalog does not contain it.
    public func name(of slot: LicenseSlot) -> LocalizedText {
        slot.module.map { self.name(of: $0) } ?? self.name
    }

    /// The slots of the product: the base, then the modules ordered by their bytes.
    package var slots: [LicenseSlot] {
        [.base] + self.modules.keys.ordered().map(LicenseSlot.module)
    }
}
