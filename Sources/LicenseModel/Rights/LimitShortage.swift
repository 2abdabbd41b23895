/// By how much an addition would go over a limit.
public struct LimitShortage: Sendable, Equatable, Codable {
    /// What is counted.
    public let unit: LimitUnit

    /// How many the base licence covers.
    public let limit: Int

    /// How many count against the limit now, without those that module licences cover.
    public let used: Int

    /// How many were to be added.
    public let requested: Int

    /// Says by how much an addition would go over a limit.
    ///
    /// - Parameters:
    ///   - unit: What is counted.
    ///   - limit: How many the base licence covers.
    ///   - used: How many count against the limit now.
    ///   - requested: How many were to be added.
    public init(unit: LimitUnit, limit: Int, used: Int, requested: Int) {
        self.unit = unit
        self.limit = limit
        self.used = used
        self.requested = requested
    }
}
