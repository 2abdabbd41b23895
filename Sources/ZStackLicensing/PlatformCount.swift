import LicenseModel

/// A count in the platform's API, where counts are Java `int` values.
enum PlatformCount {
    /// The number that the platform uses for an unlimited count.
    static let unlimited = 2_147_483_647

    /// Returns the platform's number for a limit, which is ``unlimited`` if a Java `int` cannot hold the limit.
    static func number(_ limit: License.Limit) -> Int {
        switch limit {
        case .unlimited: self.unlimited
        case .count(let count): min(count, self.unlimited)
        }
    }
}
