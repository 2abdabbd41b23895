public import LicenseModel
public import LicensePolicy

/// What an installation would change, computed without changing anything.
///
/// ```swift
/// let plan = try await folder.plan(installing: upload)
/// show(plan.preview.warnings)
/// try await folder.install(plan, by: actor)    // throws plan-changed if the answer differs by now
/// ```
public struct LicensePlan: Sendable {
    /// The contents of the license file.
    let contents: [UInt8]

    /// Whether the plan allows licenses that are older than installed ones.
    let allowsOlder: Bool

    /// The usage for the quotas of the preview, or `nil` for none.
    let usage: LicenseUsage?

    /// The digests of the installed licenses for which the plan was made.
    let installedDigests: Set<PayloadDigest>

    /// The licenses that would be installed, in the order of the file.
    public let added: [License]

    /// The licenses of the file that are installed already.
    public let unchanged: [License]

    /// What installing and then reloading would change in what the product allows, with its warnings.
    public let preview: EntitlementsPreview

    /// Returns whether another plan for the same file gives the same answer.
    func hasAnswer(of other: LicensePlan) -> Bool {
        self.installedDigests == other.installedDigests && self.added == other.added
            && self.unchanged == other.unchanged
            && self.preview.warnings.map(\.code) == other.preview.warnings.map(\.code)
            && self.preview.gained == other.preview.gained && self.preview.lost == other.preview.lost
            && self.preview.lowered == other.preview.lowered
    }
}
