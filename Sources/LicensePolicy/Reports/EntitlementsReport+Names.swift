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

    /// Returns the display name of a status, a menu state or a login directive.
    ///
    /// ```swift
    /// report.text(of: report.base.status.name)["de"]
    /// ```
    ///
    /// - Parameter name: The message with the name, such as the `name` of a status.
    /// - Returns: The display name, or the key of the message if the report has no name for it.
    public func text(of name: LicenseMessage) -> LocalizedText {
        self.names[name.key.rawValue] ?? LocalizedText(name.key.rawValue)
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
