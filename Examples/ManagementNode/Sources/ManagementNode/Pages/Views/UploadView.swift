import LicenseStore
import Licensing
import ZStackLicensing

/// An upload that waits for a confirmation, with what it would change.
struct UploadView {
    let uploadID: String
    let fileName: String
    let licenses: [String]
    let hasWarnings: Bool

    /// Whether the file would change a license that people use, so that its warnings deserve a second look.
    let isDangerous: Bool
    let warnings: [String]
    let hasChanges: Bool
    let planChanges: [String]
    let hasGains: Bool
    let gains: [String]

    /// What the buttons say, with the name of the file.
    let installText: String
    let discardText: String

    init(_ upload: PendingUpload, in language: LicenseLanguage, _ offset: UTCOffset) {
        let plan = upload.plan
        let text = ChangeText(language: language, offset: offset)
        self.uploadID = upload.id
        self.fileName = upload.fileName
        let known = PageTexts.text("alreadyInstalled", in: language)
        self.licenses =
            plan.added.map { LicenseText.line($0, in: language, offset) }
            + plan.unchanged.map { PageTexts.text("pair", $0.id.rawValue, known, in: language) }
        self.warnings =
            plan.preview.warnings.map { offset.pageText(of: $0.message, in: language) }
            + Self.earlierEnds(plan.preview, in: language, offset)
        self.hasWarnings = !self.warnings.isEmpty
        self.planChanges = text.lines(plan.preview.changes)
        self.hasChanges = !self.planChanges.isEmpty
        self.gains = plan.preview.gained.map(text.line)
        self.hasGains = !self.gains.isEmpty
        let touched = plan.added.flatMap { license in
            (license.category == .base ? [.base] : []) + license.modules.map(LicenseSlot.module)
        }
        self.isDangerous = self.hasWarnings && touched.contains { plan.preview.before[$0]?.licenseID != nil }
        self.installText = PageTexts.text(self.isDangerous ? "installAnyway" : "install", upload.fileName, in: language)
        self.discardText = PageTexts.text("discard", upload.fileName, in: language)
    }

    /// Returns a warning for each license that would replace one that ends later.
    private static func earlierEnds(_ preview: EntitlementsPreview, in language: LicenseLanguage, _ offset: UTCOffset)
        -> [String]
    {
        preview.after.slots
            .compactMap { slot -> String? in
                guard let old = preview.before[slot.slot], old.licenseID != nil, let id = slot.licenseID,
                    old.payloadDigest != slot.payloadDigest, let end = slot.expiresAt,
                    end < old.expiresAt ?? .latest, let days = slot.licenseDaysRemaining
                else {
                    return nil
                }
                return PageTexts.text(
                    old.expiresAt == nil ? "endsAtAll" : "endsEarlier",
                    id.rawValue,
                    offset.pageText(of: end),
                    DaysText.text(days, in: language),
                    old.expiresAt.map(offset.pageText) ?? "",
                    in: language
                )
            }
            // A license of several modules warns once.
            .reduce(into: []) { warnings, warning in
                if !warnings.contains(warning) {
                    warnings.append(warning)
                }
            }
    }
}
