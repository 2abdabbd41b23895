import LicenseStore
import Licensing
import ZStackLicensing

/// The content of the license page.
struct AboutView {
    /// The limit of a unit, and its use.
    struct Quota {
        let unitName: String
        let licensed: String
        let used: Int
        let absorbed: Int
        let available: String
        let over: Int
        let isOver: Bool
    }

    /// A license of the folder.
    struct Stored {
        let storedID: String
        let subject: String
        let customer: String
        let startsAt: String
        let endsAt: String
        let useWord: String
        let platformID: String
    }

    let instant: String
    let canChange: Bool
    let slots: [SlotView]
    let hasQuotas: Bool
    let quotas: [Quota]
    let hasFindings: Bool
    let findings: [String]
    let needsReload: Bool
    let hasStored: Bool
    let stored: [Stored]
    let hasPending: Bool
    let uploads: [UploadView]
    let timeline: TimelinePicture
    let applicationCode: String

    /// What the page shows, before it is put into words.
    struct Facts {
        let report: EntitlementsReport
        let explanation: EntitlementsExplanation
        let isCommunity: Bool
        let stored: [StoredLicense]
        let storeFindings: [LicenseStoreFinding]
        let uploads: [PendingUpload]
        let timeline: EntitlementsTimeline
        let applicationCode: String
        let isAdministrator: Bool
    }

    init(_ facts: Facts, in language: LicenseLanguage, _ offset: UTCOffset) {
        let text = ChangeText(language: language, offset: offset)
        let report = facts.report
        self.instant = offset.pageText(of: report.instant)
        self.canChange = facts.isAdministrator
        self.slots = report.slots.map { slot in
            SlotView(
                slot,
                facts.explanation.slots.first { $0.slot == slot.slot },
                isCommunity: facts.isCommunity,
                in: language,
                offset
            )
        }
        self.quotas = report.quotas.map { quota in
            Quota(
                unitName: report.name(of: quota.unit)[language],
                licensed: text.limit(quota.licensed),
                used: quota.used,
                absorbed: quota.coveredByModules,
                available: text.limit(quota.available),
                over: quota.overage,
                isOver: quota.overage > 0
            )
        }
        self.hasQuotas = !self.quotas.isEmpty
        self.findings = report.findings.map { $0.message[language] } + facts.storeFindings.map { $0.message[language] }
        self.hasFindings = !self.findings.isEmpty
        self.needsReload = facts.stored.contains { $0.isStaged != $0.isActive }
        self.stored = facts.stored.map { Self.stored($0, in: language, offset) }
        self.hasStored = !self.stored.isEmpty
        self.uploads = facts.isAdministrator ? facts.uploads.map { UploadView($0, in: language, offset) } : []
        self.hasPending = !self.uploads.isEmpty
        self.timeline = TimelinePicture(facts.timeline, in: language, offset)
        self.applicationCode = facts.applicationCode
    }

    private static func stored(_ stored: StoredLicense, in language: LicenseLanguage, _ offset: UTCOffset) -> Stored {
        let license = stored.license
        let use = stored.isActive ? (stored.isStaged ? "active" : "leaving") : "staged"
        return Stored(
            storedID: license.id.rawValue,
            subject: LicenseText.subject(of: license, in: language),
            customer: license.licensee.description,
            startsAt: offset.pageText(of: license.notBefore),
            endsAt: license.expiresAt.map(offset.pageText) ?? PageTexts.text("never", in: language),
            useWord: PageTexts.text(use, in: language),
            platformID: license.platformUUID
        )
    }
}
