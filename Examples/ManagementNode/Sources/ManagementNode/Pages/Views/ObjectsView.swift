import Licensing

/// The content of a page with objects of one kind.
struct ObjectsView {
    /// An object of the page.
    struct Row {
        let uuid: String
        let rowName: String
        let address: String
        let rowSockets: String
        let connectedAt: String
    }

    /// A host of the VMware module, which can be deleted although the module cannot be used.
    struct Orphan {
        let orphanID: String
        let orphanName: String
        let orphanAddress: String
    }

    let rows: [Row]
    let hasObjects: Bool
    let orphans: [Orphan]
    let hasOrphans: Bool

    /// Why adding an object would be refused, or `nil` if it is allowed.
    let addRefusal: String?
    let emptyText: String
    let addTitle: String
    let addressLabel: String
    let base: String
    let hasSockets: Bool
    let canChange: Bool
    let nameValue: String
    let addressValue: String
    let socketsValue: String

    init(
        _ rows: [Row],
        orphans: [Host],
        refusal: String?,
        texts: String,
        addressLabel: String,
        base: String,
        hasSockets: Bool,
        canChange: Bool,
        form: PageForm?,
        in language: LicenseLanguage
    ) {
        (self.rows, self.hasObjects) = (rows, !rows.isEmpty)
        self.orphans =
            canChange
            ? orphans.map { Orphan(orphanID: $0.uuid, orphanName: $0.name, orphanAddress: $0.address) } : []
        self.addRefusal = refusal
        self.hasOrphans = !self.orphans.isEmpty
        self.emptyText = PageTexts.text("\(texts)Empty", in: language)
        self.addTitle = PageTexts.text("\(texts)Add", in: language)
        self.addressLabel = PageTexts.text(addressLabel, in: language)
        (self.base, self.hasSockets, self.canChange) = (base, hasSockets, canChange)
        self.nameValue = form?["name"] ?? ""
        self.addressValue = form?["address"] ?? ""
        self.socketsValue = form.map { $0["sockets"] } ?? "2"
    }
}
