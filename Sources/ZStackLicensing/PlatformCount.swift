import LicenseModel

/// A number of the platform's answers, which are Java `int`s there.
enum PlatformCount {
    /// What the platform writes for 'unlimited'.
    static let unlimited = 2_147_483_647

    /// The number for a limit; one that an `int` cannot hold is unlimited to the platform.
    static func number(_ limit: License.Limit) -> Int {
        switch limit {
        case .unlimited: self.unlimited
        case .count(let count): min(count, self.unlimited)
        }
    }
}
