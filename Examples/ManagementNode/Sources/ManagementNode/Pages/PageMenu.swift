import Licensing
import ZStackLicensing

/// The main menu, which shows, blocks or hides the entry of each module as its license state says.
enum PageMenu {
    /// Returns the entries for the current licenses.
    static func entries(_ gate: LicenseGate, at path: String, in language: LicenseLanguage) -> [PageView.MenuEntry] {
        let core = [
            ("/hosts", "hostsTitle"), ("/image-servers", "imageServersTitle"),
            ("/primary-storages", "primaryStoragesTitle"),
        ]
        .map { self.entry($0, PageTexts.text($1, in: language), at: path) }
        let modules = gate.report().modules
            .compactMap { slot -> PageView.MenuEntry? in
                let label = SlotName.text(of: slot.slot, in: language)
                switch slot.menu {
                case .shown: return self.entry("/modules/\(slot.slot)", label, at: path)
                case .forbidden:
                    return PageView.MenuEntry(label: label, href: nil, isCurrent: false, reason: "/about#\(slot.slot)")
                case .hidden, nil: return nil
                }
            }
        return core + modules + [self.entry("/about", PageTexts.text("aboutMenu", in: language), at: path)]
    }

    private static func entry(_ href: String, _ label: String, at path: String) -> PageView.MenuEntry {
        let isCurrent = path == href || path.hasPrefix("\(href)/")
        return PageView.MenuEntry(label: label, href: href, isCurrent: isCurrent, reason: nil)
    }
}

/// The name of the base or a module, as a title shows it.
enum SlotName {
    /// Returns the name in a language.
    static func text(of slot: LicenseSlot, in language: LicenseLanguage) -> String {
        guard let module = slot.module else {
            return PageTexts.text("product", in: language)
        }
        let name = ProductCatalog.zstack.name(of: module)[language]
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
