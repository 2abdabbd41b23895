import LicenseStore
import Licensing
import ZStackLicensing

/// A license of the folder, as a row of the license page.
struct StoredView {
    let storedID: String
    let subject: String
    let customer: String
    let startsAt: String
    let endsAt: String
    let stateWord: String
    let platformID: String

    /// The most rows of the page.
    private static let limit = 200

    /// Returns a row for each of the first licenses.
    static func rows(_ facts: AboutView.Facts, in language: LicenseLanguage, _ offset: UTCOffset) -> [StoredView] {
        self.ordered(facts).prefix(self.limit).map { StoredView($0, facts, in: language, offset) }
    }

    /// Returns what is said in place of rows: that the licenses cannot be read, that there are none, or that more are installed.
    static func remark(_ facts: AboutView.Facts, in language: LicenseLanguage) -> String? {
        guard let licenses = facts.folder.licenses else {
            return PageTexts.text("storedUnreadable", in: language)
        }
        if licenses.count > self.limit {
            return PageTexts.text("storedMore", "\(self.limit)", "\(licenses.count)", in: language)
        }
        return licenses.isEmpty ? PageTexts.text("noneStored", in: language) : nil
    }

    /// Returns licenses of the base first, then those of modules in the order of their cards, then by their end.
    static func ordered(_ facts: AboutView.Facts) -> [StoredLicense] {
        let slots = facts.report.slots.map(\.slot)
        func position(_ license: License) -> (Int, LicenseInstant) {
            let modules = license.modules.compactMap { slots.firstIndex(of: .module($0)) }
            return (license.category == .base ? 0 : modules.min() ?? slots.count, license.expiresAt ?? .latest)
        }
        return (facts.folder.licenses ?? []).sorted { position($0.license) < position($1.license) }
    }

    private init(
        _ stored: StoredLicense,
        _ facts: AboutView.Facts,
        in language: LicenseLanguage,
        _ offset: UTCOffset
    ) {
        let license = stored.license
        self.storedID = license.id.rawValue
        self.subject = LicenseText.subject(of: license, in: language)
        self.customer = license.licensee.description
        self.startsAt = offset.pageText(of: license.notBefore)
        self.endsAt = license.expiresAt.map(offset.pageText) ?? PageTexts.text("never", in: language)
        self.stateWord = Self.state(of: stored, facts, in: language)
        self.platformID = license.platformUUID
    }

    /// Returns whether a license is in effect, and why not.
    private static func state(of stored: StoredLicense, _ facts: AboutView.Facts, in language: LicenseLanguage)
        -> String
    {
        let license = stored.license
        guard stored.isActive, stored.isStaged else {
            return PageTexts.text(stored.isActive ? "state.leaving" : "state.staged", in: language)
        }
        let state = license.state(at: facts.report.instant)
        guard state == .current else {
            return ProductCatalog.zstack.name(of: LicenseStatus(state, of: .base))[language]
        }
        let roles = facts.explanation.slots.flatMap(\.licenses)
            .filter { $0.payloadDigest == license.payloadDigest }
            .map(\.role)
        let texts: [LicenseExplanation.Role: String] = [
            .effective: "state.current", .follows: "state.follows", .superseded: "state.superseded",
        ]
        // A license of several modules is in effect if it is in one of them.
        let role = roles.first { $0 == .effective } ?? roles.first
        return PageTexts.text(role.flatMap { texts[$0] } ?? "state.unused", in: language)
    }
}
