import Licensing
import ZStackLicensing

/// The state of the base or a module on the license page.
struct SlotView {
    /// A reason why changes are denied.
    struct Blocker {
        let blockerMessage: String
        let blockerRemedy: String?

        /// Whether the card of the base says more.
        let isOfBase: Bool

        /// Whether a reload is what to do.
        let isStaged: Bool
    }

    let slot: String
    let slotName: String
    let statusWord: String
    let style: String
    let symbol: String

    /// Whether what the module has can only be viewed, because the base license denies changes.
    let isViewOnly: Bool

    /// The limits that are reached, each with what it prevents.
    let reachedLimits: [String]
    let isCommunity: Bool
    let isBlocked: Bool

    /// What the card says if changes are not blocked.
    let allowedText: String

    /// What the reasons are about: a module that is not available, or changes that are blocked.
    let blockedTitle: String
    let blockers: [Blocker]
    let facts: [FactView]
    let hasRoles: Bool
    let roles: [String]

    /// - Parameters:
    ///   - report: The state of the slot.
    ///   - explanation: The licenses of the slot, and the decisions about it.
    ///   - limits: The limits that are reached, each with what it prevents.
    ///   - isStaged: Whether a license of the slot is installed and not in effect yet.
    ///   - isCommunity: Whether the platform runs without a license now.
    ///   - now: The instant of the report.
    ///   - language: The language of the page.
    ///   - offset: The offset of dates.
    init(
        _ report: SlotReport,
        _ explanation: SlotExplanation?,
        limits: [String],
        isStaged: Bool,
        isCommunity: Bool,
        at now: LicenseInstant,
        in language: LicenseLanguage,
        _ offset: UTCOffset
    ) {
        let catalog = ProductCatalog.zstack
        let denial = explanation?.operate.denial
        self.isViewOnly = report.menu == .shown && denial != nil
        // What is activated but cannot be used does not look as if everything were well.
        let style = StatusStyle(self.isViewOnly ? .grace : report.status)
        self.slot = "\(report.slot)"
        self.slotName = SlotName.text(of: report.slot, in: language)
        self.statusWord = catalog.name(of: report.status)[language]
        (self.style, self.symbol) = (style.name, style.symbol)
        self.isCommunity = isCommunity && report.slot == .base
        self.reachedLimits = limits
        self.isBlocked = denial != nil
        self.allowedText = PageTexts.text(limits.isEmpty ? "operationsAllowed" : "otherOperations", in: language)
        self.blockedTitle = PageTexts.text(report.menu == .hidden ? "notAvailable" : "blockedOperations", in: language)
        // The reasons of the base are said once, at the base.
        var blockers = (denial?.reasons ?? []).filter { $0.slot == report.slot }
            .map { reason in
                Blocker(
                    blockerMessage: offset.pageText(of: reason.message, in: language),
                    blockerRemedy: isStaged ? nil : reason.remedy.map { offset.pageText(of: $0, in: language) },
                    isOfBase: false,
                    isStaged: isStaged
                )
            }
        if let denial, blockers.count < denial.reasons.count {
            let isMissing = denial.reasons.contains { $0.code == .baseMissing }
            let text = PageTexts.text(isMissing ? "baseNeeded" : "baseBlocks", in: language)
            blockers.append(Blocker(blockerMessage: text, blockerRemedy: nil, isOfBase: true, isStaged: false))
        }
        self.blockers = blockers
        self.facts = Self.facts(of: report, at: now, in: language, offset)
        self.roles = (explanation?.licenses ?? [])
            .map { offset.pageText(of: catalog.text(of: $0.message), in: language) }
        self.hasRoles = !self.roles.isEmpty
    }

    private static func facts(
        of slot: SlotReport,
        at now: LicenseInstant,
        in language: LicenseLanguage,
        _ offset: UTCOffset
    ) -> [FactView] {
        let catalog = ProductCatalog.zstack
        var facts: [FactView] = []
        func add(_ term: String, _ value: String?) {
            if let value {
                facts.append(FactView(term: PageTexts.text(term, in: language), value: value))
            }
        }
        if let id = slot.licenseID {
            add("expires", slot.expiresAt.map(offset.pageText) ?? PageTexts.text("never", in: language))
            if slot.status == .expired, let end = slot.expiresAt {
                add("ended", PageTexts.text("ago", DaysText.text(since: end, at: now, in: language), in: language))
            } else {
                add("daysLeft", DaysText.text(of: slot, at: now, in: language))
            }
            add("graceEnds", slot.graceUntil.map(offset.pageText))
            if slot.coveredUntil != slot.expiresAt {
                add("covered", slot.coveredUntil.map(offset.pageText) ?? PageTexts.text("never", in: language))
            }
            add("license", id.rawValue)
            add("licenseType", slot.licenseType.map { LicenseText.type($0, in: language) })
            add("edition", slot.edition.map { catalog.name(of: $0)[language] })
            add("licensee", slot.licensee?.description)
            add("limits", Self.limits(of: slot.limits, in: language, offset))
            add("features", slot.features?.map(\.rawValue).joined(separator: PageTexts.text("comma", in: language)))
            add("updates", slot.updatesUntil.map(offset.pageText))
        }
        add("menuEntry", slot.menu.map { catalog.name(of: $0)[language] })
        return facts
    }

    /// Returns the limits in one line, or `nil` if there are none.
    static func limits(of limits: [LimitUnit: License.Limit], in language: LicenseLanguage, _ offset: UTCOffset)
        -> String?
    {
        let text = ChangeText(language: language, offset: offset)
        let lines = limits.sorted { $0.key.rawValue.utf8.lexicographicallyPrecedes($1.key.rawValue.utf8) }
            .map {
                PageTexts.text(
                    "pair",
                    ProductCatalog.zstack.name(of: $0.key)[language],
                    text.limit($0.value),
                    in: language
                )
            }
        return lines.isEmpty ? nil : lines.joined(separator: PageTexts.text("comma", in: language))
    }
}

extension SlotReport {
    /// Whether a module is in its grace period, and only the expired base license blocks its changes.
    var isBlockedByBase: Bool {
        self.slot != .base && self.status == .grace && self.operateDenialCodes.contains(.baseExpired)
    }
}
