import LicenseModel

/// The capabilities of a check, with a precomputed hash.
///
/// A table of questions can then grow without hashing the capabilities again.
struct GateQuestion: Hashable, Sendable {
    /// The capabilities, all of which must be allowed.
    let capabilities: [LicenseCapability]

    private let hash: Int

    init(_ capabilities: [LicenseCapability]) {
        self.capabilities = capabilities
        self.hash = capabilities.hashValue
    }

    static func == (lhs: GateQuestion, rhs: GateQuestion) -> Bool {
        lhs.hash == rhs.hash && lhs.capabilities == rhs.capabilities
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(self.hash)
    }
}
