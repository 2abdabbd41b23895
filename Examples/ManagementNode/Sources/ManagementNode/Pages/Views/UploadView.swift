import LicenseStore
import Licensing
import ZStackLicensing

/// An upload that waits for a confirmation, with what it would change.
struct UploadView {
    let uploadID: String
    let fileName: String
    let licenses: [String]
    let hasWarnings: Bool
    let warnings: [String]
    let hasChanges: Bool
    let planChanges: [String]
    let hasGains: Bool
    let gains: [String]

    init(_ upload: PendingUpload, in language: LicenseLanguage, _ offset: UTCOffset) {
        let plan = upload.plan
        let text = ChangeText(language: language, offset: offset)
        self.uploadID = upload.id
        self.fileName = upload.fileName
        let known = PageTexts.text("alreadyInstalled", in: language)
        self.licenses =
            plan.added.map { LicenseText.line($0, in: language, offset) }
            + plan.unchanged.map { "\($0.id): \(known)" }
        self.warnings = plan.preview.warnings.map { $0.message[language] }
        self.hasWarnings = !self.warnings.isEmpty
        self.planChanges = text.lines(plan.preview.changes)
        self.hasChanges = !self.planChanges.isEmpty
        self.gains = plan.preview.gained.map(text.line)
        self.hasGains = !self.gains.isEmpty
    }
}
