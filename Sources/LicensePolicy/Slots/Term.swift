import LicenseModel

/// The members of a license that determine the state of a slot, in a compact form.
///
/// The type is small so that scanning all licenses of a slot is fast. Times are in seconds since 1970.
struct Term {
    /// The index of the license in the list that was passed.
    let index: Int

    /// Whether the license is a base license.
    let isBase: Bool

    /// The first second in which the license is current.
    let start: Int64

    /// The first second after the license's end, or `Int64.max` if it has no end.
    let end: Int64

    /// The first second after the grace period, or `Int64.max` if the license has no end.
    ///
    /// It differs from `graceUntil`, which is limited to the end of the year 9999.
    let graceEnd: Int64

    /// The license's `iat`: when it was signed.
    let issue: Int64

    /// The license's sequence number, or -1 if it has none.
    let sequence: Int

    /// The latest build date that the license covers, or `Int64.max` if it covers every build.
    let updatesUntil: Int64

    /// Creates the term of a license.
    ///
    /// Each field is read in place. A copy of the license would be retained, and the processor would wait for that before
    /// it reads the next license.
    ///
    /// - Parameters:
    ///   - licenses: The list that was passed.
    ///   - index: The index of the license in it.
    init(_ licenses: Span<License>, at index: Int) {
        self.index = index
        self.isBase = licenses[index].content.fields.category == .base
        self.start = licenses[index].content.fields.notBefore.secondsSince1970
        self.end = licenses[index].content.fields.expiresAt?.secondsSince1970 ?? .max
        let graceDays = Int64(licenses[index].content.fields.graceDays ?? 0)
        self.graceEnd = self.end.addingClamped(graceDays.multipliedClamped(by: LicenseInstant.secondsPerDay))
        self.issue = licenses[index].content.fields.issuedAt.secondsSince1970
        self.sequence = licenses[index].content.fields.sequence ?? -1
        self.updatesUntil = licenses[index].content.fields.updatesUntil?.secondsSince1970 ?? .max
    }

    /// Returns the first second after a state of the license, or `Int64.max` if the state has no end.
    func end(of state: SlotState) -> Int64 {
        switch state {
        case .pending: self.start
        case .current: self.end
        case .grace: self.graceEnd
        case .expired, .empty: .max
        }
    }

    /// Returns the state of the license at an instant, regardless of other licenses.
    func state(at instant: LicenseInstant) -> SlotState {
        let now = instant.secondsSince1970
        return now < self.start ? .pending : now < self.end ? .current : now < self.graceEnd ? .grace : .expired
    }
}
