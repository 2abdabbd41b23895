public import LicenseModel

/// What an installation has changed on the disk.
public struct LicenseInstallation: Sendable {
    /// The licenses that were written, in the order of the file.
    public let installed: [License]

    /// The licenses of the file that were installed already.
    public let unchanged: [License]

    /// The error of the disk's last confirmation, with the code `durability-unknown`.
    ///
    /// `nil` if the disk confirmed that the licenses are saved. Otherwise they are visible, but a power failure can still
    /// lose them.
    public let durability: LicenseStoreError?
}

/// What a deletion has removed from the disk and from the active licenses.
public struct LicenseDeletion: Sendable {
    /// The deleted licenses: one, or several that had the same issuer and ID.
    public let deleted: [License]

    /// The error of the disk's last confirmation, with the code `durability-unknown`.
    ///
    /// `nil` if the disk confirmed the deletion.
    public let durability: LicenseStoreError?
}

/// The state after a reload.
public struct LicenseReload: Sendable {
    /// The licenses that are active now, by the names of their files.
    public let active: [License]

    /// What an operator should look at, such as files that are bad now.
    public let findings: [LicenseStoreFinding]
}

/// A license of a folder, with where it is.
public struct StoredLicense: Sendable {
    /// The license itself, which is verified.
    public let license: License

    /// Whether the gate uses the license.
    public let isActive: Bool

    /// Whether a file of the folder holds the license, so that the next reload activates it.
    public let isStaged: Bool

    /// The names of the files that hold the license, or held it before they became bad.
    public let files: [String]
}
