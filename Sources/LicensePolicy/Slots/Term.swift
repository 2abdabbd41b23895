import LicenseModel

/// What of a license decides how a slot stands, small enough to be read for all licenses of a slot in one go.
///
/// Times are seconds since 1970.
struct Term {
    /// The license's place among those that were given.
    let index: Int

    /// Whether the license is one for the product.
    let isBase: Bool

    /// The first second in which it is in force.
    let start: Int64

    /// The first second in which it is no longer in force; `Int64.max` where there is none.
    let end: Int64

    /// The first second in which it is expired, its grace included; `Int64.max` where there is none.
    ///
    /// Not `graceUntil`, which stops at the end of the year 9999.
    let graceEnd: Int64

    /// When it was signed.
    let issue: Int64

    /// Its number, or -1.
    let sequence: Int

    init(_ license: License, index: Int) {
        self.index = index
        self.isBase = license.category == .base
        self.start = license.notBefore.secondsSince1970
        self.end = license.expiresAt?.secondsSince1970 ?? .max
        let grace = Int64(license.graceDays ?? 0).multipliedClamped(by: LicenseInstant.secondsPerDay)
        self.graceEnd = self.end.addingClamped(grace)
        self.issue = license.issuedAt.secondsSince1970
        self.sequence = license.sequence ?? -1
    }

    /// How the license by itself stands at an instant.
    func state(at instant: LicenseInstant) -> SlotState {
        let now = instant.secondsSince1970
        return now < self.start ? .pending : now < self.end ? .inForce : now < self.graceEnd ? .grace : .expired
    }
}
