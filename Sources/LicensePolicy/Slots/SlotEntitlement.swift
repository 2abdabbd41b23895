public import LicenseModel

/// The state of a slot at an instant, with its effective license.
///
/// ```swift
/// let base = gate.entitlements.base
/// print(base.status, base.license?.id.rawValue ?? "unlicensed", base.daysCovered ?? 0)
/// ```
public struct SlotEntitlement: Sendable, Equatable {
    /// The base or the module that the entitlement is for.
    public let slot: LicenseSlot

    /// The instant at which the licenses were evaluated.
    public let instant: LicenseInstant

    /// The state of the slot: empty, or the state of its effective license.
    public let state: SlotState

    /// The effective license, which determines the state of the slot, or `nil` if no license fills the slot.
    public let license: License?

    /// The end of the coverage by the effective license and the licenses that follow it without a gap.
    ///
    /// It does not include grace periods. It is `nil` if there is no license, or if the coverage has no end.
    public let coveredUntil: LicenseInstant?

    /// The only features that the license permits in the slot.
    ///
    /// It is `nil` if the license permits all features, or if there is no license.
    var features: Set<License.Feature>? {
        self.license?.features(in: self.slot)
    }

    /// The status of the slot, as shown to users.
    public var status: LicenseStatus {
        LicenseStatus(self.state, of: self.slot)
    }

    /// The visibility of the module's menu entry, or `nil` for the base.
    public var menu: MenuState? {
        self.slot == .base ? nil : MenuState(self.state)
    }

    /// The number of days until ``coveredUntil``, rounded up.
    ///
    /// Use this number for alarms and metrics. The value is 0 after the end, and `nil` if there is no license or no
    /// end.
    public var daysCovered: Int? {
        self.coveredUntil.map { Self.days(from: self.instant, to: $0) }
    }

    /// The number of days until the effective license ends, rounded up, even if another license follows it.
    ///
    /// For alarms and metrics, use ``daysCovered`` instead. The value is 0 after the end, and `nil` if there is no
    /// license or no end.
    public var licenseDaysRemaining: Int? {
        self.license?.expiresAt.map { Self.days(from: self.instant, to: $0) }
    }

    /// Returns the reminder to show at login, if one is due.
    ///
    /// - Parameter defaultDays: The number of days before the end at which a reminder is due, if the license does not
    ///   specify it.
    /// - Returns: The reminder, or `nil` if none is due.
    func reminder(defaultDays: Int) -> LicenseReminder? {
        guard let license = self.license else {
            return nil
        }
        switch self.state {
        case .empty, .pending:
            return nil
        case .grace:
            return LicenseReminder(
                .grace,
                self.slot,
                license.id,
                daysRemaining: 0,
                daysUntilEnd: license.graceUntil.map { Self.days(from: self.instant, to: $0) },
                until: license.graceUntil
            )
        case .expired:
            return LicenseReminder(.expired, self.slot, license.id, daysRemaining: 0, until: self.coveredUntil)
        case .current:
            let windowDays = license.reminderDays ?? defaultDays
            guard let end = self.coveredUntil, end.isLess(thanDays: windowDays, after: self.instant) else {
                return nil
            }
            let days = Self.days(from: self.instant, to: end)
            return LicenseReminder(.expiring, self.slot, license.id, daysRemaining: days, until: end)
        }
    }

    private static func days(from start: LicenseInstant, to end: LicenseInstant) -> Int {
        let seconds = max(0, end.secondsSince1970 - start.secondsSince1970)
        return Int((seconds + LicenseInstant.secondsPerDay - 1) / LicenseInstant.secondsPerDay)
    }
}

extension License {
    /// Returns the only features that the license permits in a slot, or `nil` if it permits all.
    ///
    /// The feature list of a base license applies only to the core. The modules that it bundles have all their
    /// features.
    func features(in slot: LicenseSlot) -> Set<License.Feature>? {
        slot == .base || self.category == .plus ? self.features : nil
    }
}
