public import LicenseModel
public import LicensePolicy

extension PolicyConfiguration {
    /// Creates the configuration of the cloud platform, with its catalog and its Community edition.
    ///
    /// Without a current base license, the platform runs as the Community edition: the core can be operated without limits,
    /// and no module. An expired base license denies operating the core, until it is deleted or renewed.
    ///
    /// ```swift
    /// let configuration = PolicyConfiguration.zstack(node: .only([thumbprint]), build: .made(at: buildDate))
    /// ```
    ///
    /// - Parameters:
    ///   - node: The thumbprints of this node, or `.any` to ignore the binding to nodes.
    ///   - build: The date of the running build, or `.any` to ignore `updatesUntil`.
    /// - Returns: The configuration, which reminds 14 days before the end.
    public static func zstack(node: LicenseRequirement<Set<ClaimString>>, build: Build) -> PolicyConfiguration {
        PolicyConfiguration(catalog: .zstack, node: node, build: build, community: CommunityGrant(limits: [:]))
    }
}
