public import LicenseModel

/// How a slot stands at an instant, and by which license.
public struct SlotEntitlement: Sendable, Equatable {
    /// The slot.
    public let slot: LicenseSlot

    /// The instant.
    public let instant: LicenseInstant

    /// How it stands.
    public let state: SlotState

    /// The effective license.
    ///
    /// `nil` where no license fills the slot.
    public let license: License?

    /// How far the slot's licenses reach without a gap, from the effective one on.
    ///
    /// `nil` where there is no license, or no end.
    public let coveredUntil: LicenseInstant?

    /// The only functions that the slot has by its license.
    ///
    /// `nil`: all, or there is no license.
    var features: Set<License.Feature>? {
        self.license?.features(in: self.slot)
    }

    /// What a person is told.
    public var status: LicenseStatus {
        LicenseStatus(self.state, of: self.slot)
    }

    /// What becomes of the module's entry in a menu.
    ///
    /// `nil` for the base.
    public var menu: MenuState? {
        self.slot == .base ? nil : MenuState(self.state)
    }

    /// Days until the slot's licenses end, those that follow without a gap included.
    ///
    /// Begun days count whole. Alarms and metrics count these. 0 after the end. `nil` if there is no license, or no end.
    public var daysCovered: Int? {
        self.coveredUntil.map { Self.days(from: self.instant, to: $0) }
    }

    /// Days until the effective license alone expires, although another may follow it.
    ///
    /// Begun days count whole. Use ``daysCovered`` for alarms and metrics. 0 after it. `nil` if there is no license, or no end.
    public var licenseDaysRemaining: Int? {
        self.license?.expiresAt.map { Self.days(from: self.instant, to: $0) }
    }

    /// What to remind of at login, if anything.
    ///
    /// - Parameter defaultDays: How many days before the end a reminder is due, where the license does not say.
    /// - Returns: The reminder, or `nil` where there is nothing to say.
    func reminder(defaultDays: Int) -> LicenseReminder? {
        guard let license = self.license else {
            return nil
        }
        switch self.state {
        case .empty, .pending:
            return nil
        case .grace:
            return LicenseReminder(.grace, self.slot, license.id, daysRemaining: 0, until: license.graceUntil)
        case .expired:
            return LicenseReminder(.expired, self.slot, license.id, daysRemaining: 0, until: self.coveredUntil)
        case .inForce:
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
    /// The only functions that a slot has by it, or `nil` for all.
    ///
    /// A base license's list is about the core alone; the modules that it bundles have all their functions.
    func features(in slot: LicenseSlot) -> Set<License.Feature>? {
        slot == .base || self.category == .plus ? self.features : nil
    }
}
