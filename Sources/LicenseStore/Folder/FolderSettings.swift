import LicenseCrypto
import LicenseModel
import LicensePolicy

/// What a folder is opened with.
struct FolderSettings: Sendable {
    let disk: FolderDisk
    let verifier: LicenseVerifier
    let configuration: PolicyConfiguration
    let clock: any LicenseClock
    let witness: LicenseTimeWitness?

    /// Whether opening creates what is missing and saves the time, and whether later calls save it.
    let opening: LicenseFolder.Opening

    /// Facts about the node for the application code.
    let host: [String: String]
}
