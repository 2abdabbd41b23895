import LicenseStore
import Licensing
import ZStackLicensing

/// What needs attention on the license page: licenses that end, licenses that wait for a reload, limits that are reached, and findings.
struct AttentionView {
    /// One line, with the part of the page that it is about.
    struct Line {
        let lineText: String

        /// The part of the page, or `nil` if the line says everything.
        let lineLink: String?
    }

    /// The most findings of the page.
    private static let limit = 50

    let attentionLines: [Line]
    let hasAttention: Bool

    /// What is still possible, or `nil` if the base license blocks nothing.
    let stillPossible: String?

    /// Whether licenses that have expired block changes, so that the page says how to renew them.
    let needsRenewal: Bool

    init(_ facts: AboutView.Facts, in language: LicenseLanguage, _ offset: UTCOffset) {
        let report = facts.report
        // The base comes first, and then the modules.
        let slots = report.reminders.compactMap { reminder -> Line? in
            guard let slot = report[reminder.slot],
                let days = reminder.kind == .expiring
                    ? PageTexts.text("timeLeft", DaysText.text(reminder.daysRemaining, in: language), in: language)
                    : DaysText.text(of: slot, at: report.instant, in: language)
            else {
                return nil
            }
            let name = SlotName.text(of: slot.slot, in: language)
            let remark = slot.isBlockedByBase ? PageTexts.text("viewOnlyBase", in: language) : nil
            let value = remark.map { PageTexts.text("remark", days, $0, in: language) } ?? days
            let text = PageTexts.text("pair", name, value, in: language)
            return Line(lineText: text, lineLink: "#\(slot.slot)")
        }
        let staged = StagedView(facts, in: language).stagedLines.map { Line(lineText: $0, lineLink: "#staged") }
        let limits = report.quotas.compactMap { Self.text(of: $0, in: language) }
            .map { Line(lineText: $0, lineLink: "#use") }
        let findings = Self.findings(of: facts, in: language, offset).map { Line(lineText: $0, lineLink: nil) }
        self.attentionLines = slots + staged + limits + findings
        self.hasAttention = !self.attentionLines.isEmpty
        self.stillPossible =
            report.base.status == .expired ? PageTexts.text("stillPossible", in: language) : nil
        self.needsRenewal = report.slots.contains { $0.menu != .hidden && !$0.operateDenialCodes.isEmpty }
    }

    /// Returns what is wrong with the licenses and their files.
    ///
    /// Only administrators see names of files and folders. A folder can have many bad files, so the page has the first findings, and
    /// the log has all.
    private static func findings(of facts: AboutView.Facts, in language: LicenseLanguage, _ offset: UTCOffset)
        -> [String]
    {
        var messages = facts.report.findings.map(\.message)
        let ofFolder = [facts.folder.error?.message].compactMap(\.self) + facts.folder.findings.map(\.message)
        if facts.isAdministrator {
            messages = ofFolder + messages
        }
        var texts = messages.prefix(self.limit).map { offset.pageText(of: $0, in: language) }
        if messages.count > self.limit {
            texts.append(PageTexts.text("findingsMore", "\(messages.count - self.limit)", in: language))
        }
        if !facts.isAdministrator, !ofFolder.isEmpty {
            texts.append(PageTexts.text("findingsOfFolder", "\(ofFolder.count)", in: language))
        }
        return texts
    }

    /// Returns what a limit that is reached prevents, or `nil` if more can be added.
    static func text(of quota: LicenseQuota, in language: LicenseLanguage) -> String? {
        guard let limit = quota.licensed.count, let available = quota.available.count, available == 0 else {
            return nil
        }
        let name = ProductCatalog.zstack.name(of: quota.unit)[language]
        return PageTexts.text("limitReached", name, "\(available)", "\(limit)", in: language)
    }
}
