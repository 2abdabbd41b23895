import LicenseStore
import Licensing

/// What the licenses allow, with what an operator should look at in the files.
///
/// Its JSON is that of the gate's report, with the findings of the folder in the member `folderFindings`. A file that a reload
/// could not read is one of these: the gate does not know of it, because the licenses that it held stay active.
struct LicenseStateReport: Encodable {
    /// What the licenses allow, with the findings of the gate.
    let entitlements: EntitlementsReport

    /// The findings of the license folder.
    let folderFindings: [LicenseStoreFinding]

    func encode(to encoder: any Encoder) throws {
        try self.entitlements.encode(to: encoder)
        var container = encoder.container(keyedBy: MemberName.self)
        try container.encode(self.folderFindings, forKey: MemberName("folderFindings"))
    }
}
