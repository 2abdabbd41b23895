public import LicenseModel

extension EntitlementsReport {
    /// Returns the display name of the product or of a module.
    ///
    /// - Parameter slot: The base for the product, or a module.
    /// - Returns: The display name, or the description of the slot if the report has no name for it.
    public func name(of slot: LicenseSlot) -> LocalizedText {
        self.names[Self.key(of: slot)] ?? LocalizedText(slot.description)
    }

    /// Returns the display name of a unit.
    ///
    /// - Parameter unit: The unit to look up.
    /// - Returns: The display name, or the raw value of the unit if the report has no name for it.
    public func name(of unit: LimitUnit) -> LocalizedText {
        self.names["units.\(unit)"] ?? LocalizedText(unit.rawValue)
    }

    /// Returns the display name of an edition.
    ///
    /// - Parameter edition: The edition to look up.
    /// - Returns: The display name, or the raw value of the edition if the report has no name for it.
    public func name(of edition: License.Edition) -> LocalizedText {
        self.names["editions.\(edition)"] ?? LocalizedText(edition.rawValue)
    }

    /// Returns the display name of a status.
    ///
    /// ```swift
    /// report.name(of: report.base.status)["de"]
    /// ```
    ///
    /// - Parameter status: The status to look up.
    /// - Returns: The display name, or the raw value of the status if the report has no name for it.
    public func name(of status: LicenseStatus) -> LocalizedText {
        self.names["status.\(status)"] ?? LocalizedText(status.rawValue)
    }

    /// Returns the display name of a menu state.
    ///
    /// - Parameter menu: The menu state to look up.
    /// - Returns: The display name, or the raw value of the menu state if the report has no name for it.
    public func name(of menu: MenuState) -> LocalizedText {
        self.names["menu.\(menu.rawValue)"] ?? LocalizedText(menu.rawValue)
    }

    /// Returns the display name of the behavior at login.
    ///
    /// - Parameter login: The behavior to look up.
    /// - Returns: The display name, or the raw value of the behavior if the report has no name for it.
    public func name(of login: LoginDirective) -> LocalizedText {
        self.names["login.\(login.rawValue)"] ?? LocalizedText(login.rawValue)
    }

    /// Returns the display names of everything in a report, by their keys.
    static func names(
        _ slots: [SlotReport],
        _ quotas: [LicenseQuota],
        _ login: LoginDirective,
        _ catalog: ProductCatalog
    ) -> [String: LocalizedText] {
        var names: [String: LocalizedText] = [:]
        func add(_ name: LicenseMessage) {
            names[name.key.rawValue] = names[name.key.rawValue] ?? catalog.text(of: name)
        }
        func add(_ unit: LimitUnit) {
            names["units.\(unit)"] = catalog.name(of: unit)
        }
        for slot in slots {
            names[self.key(of: slot.slot)] = catalog.name(of: slot.slot)
            slot.limits.keys.forEach(add)
            if let edition = slot.edition {
                names["editions.\(edition)"] = catalog.name(of: edition)
            }
            add(slot.status.name)
            if let menu = slot.menu {
                add(menu.name)
            }
        }
        quotas.map(\.unit).forEach(add)
        add(login.name)
        return names
    }

    private static func key(of slot: LicenseSlot) -> String {
        slot.module.map { "modules.\($0)" } ?? "name"
    }
}
