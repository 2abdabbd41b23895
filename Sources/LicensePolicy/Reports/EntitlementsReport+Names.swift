public import LicenseModel

extension EntitlementsReport {
    /// What people call the product or a module of the report.
    ///
    /// - Parameter slot: The base, which is the product, or a module.
    /// - Returns: The name. A module that the report does not name keeps its own.
    public func name(of slot: LicenseSlot) -> LocalizedText {
        self.names[Self.key(of: slot)] ?? LocalizedText(slot.description)
    }

    /// What people call a unit of the report.
    ///
    /// - Parameter unit: The unit.
    /// - Returns: The name. A unit that the report does not name keeps its own.
    public func name(of unit: LimitUnit) -> LocalizedText {
        self.names["units.\(unit)"] ?? LocalizedText(unit.rawValue)
    }

    /// What people call an edition of the report.
    ///
    /// - Parameter edition: The edition.
    /// - Returns: The name. An edition that the report does not name keeps its own.
    public func name(of edition: License.Edition) -> LocalizedText {
        self.names["editions.\(edition)"] ?? LocalizedText(edition.rawValue)
    }

    /// The word for a status, a menu state or a login directive of the report.
    ///
    /// ```swift
    /// report.text(of: report.base.status.name)["de"]
    /// ```
    ///
    /// - Parameter word: The word's message.
    /// - Returns: The word. One that the report does not have is told by its key.
    public func text(of word: LicenseMessage) -> LocalizedText {
        self.names[word.key.rawValue] ?? LocalizedText(word.key.rawValue)
    }

    /// What people call all that a report names.
    static func names(
        _ slots: [SlotReport],
        _ quotas: [LicenseQuota],
        _ login: LoginDirective,
        _ catalog: ProductCatalog
    ) -> [String: LocalizedText] {
        var names: [String: LocalizedText] = [:]
        func add(_ word: LicenseMessage) {
            names[word.key.rawValue] = names[word.key.rawValue] ?? catalog.text(of: word)
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
