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
        let counted: Int
        let available: String
        let over: Int
        let isOver: Bool
        let isReached: Bool
    }

    let instant: String
    let canChange: Bool
    let slots: [SlotView]
    let hasQuotas: Bool
    let quotas: [Quota]
    let attention: AttentionView
    let reload: StagedView
    let hasStored: Bool
    let stored: [StoredView]

    /// Why there is no list of installed licenses, or that it is not all of them.
    let storedRemark: String?

    let hasPending: Bool
    let uploads: [UploadView]
    let timeline: TimelinePicture

    /// The application code, or `nil` if it cannot be read.
    let applicationCode: String?

    /// What the page shows of the license folder.
    struct Folder {
        /// The installed licenses, or `nil` if they cannot be read.
        var licenses: [StoredLicense]?

        /// The application code, or `nil` if it cannot be read.
        var applicationCode: String?

        /// Why something cannot be read.
        var error: LicenseStoreError?

        let findings: [LicenseStoreFinding]
    }

    /// What the page shows, before it is put into words.
    struct Facts {
        let report: EntitlementsReport
        let explanation: EntitlementsExplanation
        let isCommunity: Bool
        let folder: Folder

        /// The slots whose own reasons a reload would remove.
        let slotsAfterReload: Set<LicenseSlot>
        let uploads: [PendingUpload]
        let timeline: EntitlementsTimeline
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
                limits: slot.slot == .base ? report.quotas.compactMap { AttentionView.text(of: $0, in: language) } : [],
                isStaged: facts.isAdministrator && facts.slotsAfterReload.contains(slot.slot),
                isCommunity: facts.isCommunity,
                at: report.instant,
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
                counted: quota.counted,
                available: text.limit(quota.available),
                over: quota.overage,
                isOver: quota.overage > 0,
                isReached: quota.available.count == 0 && quota.overage == 0
            )
        }
        self.hasQuotas = !self.quotas.isEmpty
        self.attention = AttentionView(facts, in: language, offset)
        self.reload = StagedView(facts, in: language)
        self.stored = StoredView.rows(facts, in: language, offset)
        self.hasStored = !self.stored.isEmpty
        self.storedRemark = StoredView.remark(facts, in: language)
        // The modules depend on the base.
        let uploads = facts.isAdministrator ? facts.uploads : []
        self.uploads = (uploads.filter(\.hasBase) + uploads.filter { !$0.hasBase })
            .map { UploadView($0, in: language, offset) }
        self.hasPending = !self.uploads.isEmpty
        self.timeline = TimelinePicture(facts.timeline, in: language, offset)
        self.applicationCode = facts.folder.applicationCode
    }
}
