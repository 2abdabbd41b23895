public import LicenseModel

extension MenuState {
    /// The message with the display name of the menu state.
    package var name: LicenseMessage {
        LicenseMessage("menu.\(self.rawValue)")
    }
}

extension LoginDirective {
    /// The message with the display name of the login behavior.
    package var name: LicenseMessage {
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

    /// Returns the display name of a menu state.
    ///
    /// - Parameter menu: The menu state.
    /// - Returns: The name in each of the catalog's languages, such as `shown`.
    public func name(of menu: MenuState) -> LocalizedText {
        self.text(of: menu.name)
    }

    /// Returns the display name of the behavior at login.
    ///
    /// - Parameter login: The behavior at login.
    /// - Returns: The name in each of the catalog's languages, such as `show license page`.
    public func name(of login: LoginDirective) -> LocalizedText {
        self.text(of: login.name)
    }

    /// The slots of the product: the base, then the modules ordered by their bytes.
    package var slots: [LicenseSlot] {
        [.base] + self.modules.keys.ordered().map(LicenseSlot.module)
    }
}
