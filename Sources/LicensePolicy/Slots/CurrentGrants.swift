import LicenseModel

/// What the current licenses of a slot grant together, as licenses start and end in chronological order.
///
/// It answers in a time that does not depend on the number of licenses whether any of them grants more than another, as
/// ``/LicenseModel/License/grantsLess(than:in:)`` answers for two licenses.
struct CurrentGrants: ~Copyable {
    private let slot: LicenseSlot

    /// The units that the slot's licenses name, in ascending order.
    private let units: [LimitUnit]

    /// The limits of the current licenses for each unit, as negative numbers: the smallest is the greatest limit.
    private var limits: [RankQueue]

    /// The features that the slot's licenses list, in ascending order.
    private let features: [License.Feature]

    /// The number of current licenses that list each feature.
    private var listings: [Int]

    /// The number of features that at least one current license lists.
    private var listedCount = 0

    /// The number of current licenses that have all features.
    private var completeCount = 0

    /// Creates the grants of no current license.
    ///
    /// - Parameters:
    ///   - slot: The base or a module.
    ///   - licenses: The licenses that fill the slot at any time.
    init(of slot: LicenseSlot, _ licenses: [License]) {
        self.slot = slot
        self.units = licenses.flatMap { Self.hasLimits($0, in: slot) ? Array($0.limits.keys) : [] }.distinct()
        self.limits = self.units.map { _ in RankQueue() }
        self.features = licenses.flatMap { $0.features(in: slot).map { Array($0) } ?? [] }.distinct()
        self.listings = self.features.map { _ in 0 }
    }

    /// Adds a license that has become current.
    mutating func add(_ license: License) {
        self.changeFeatures(of: license, by: 1)
        guard Self.hasLimits(license, in: self.slot) else {
            return
        }
        for (index, unit) in self.units.enumerated() {
            let end = license.expiresAt?.secondsSince1970 ?? .max
            self.limits[index].insert(-self.amount(of: unit, license), until: end)
        }
    }

    /// Removes a license that is no longer current.
    mutating func remove(_ license: License) {
        self.changeFeatures(of: license, by: -1)
    }

    /// Compares the current licenses with one of them.
    ///
    /// - Parameters:
    ///   - license: The license to compare.
    ///   - now: The current second, which must not be earlier than that of the call before.
    /// - Returns: Whether another current license grants more than the given one.
    mutating func exceed(_ license: License, at now: Int64) -> Bool {
        // The license is one of the current licenses. If the others list only its features, as many are listed as it has.
        if let features = license.features(in: self.slot), self.completeCount > 0 || self.listedCount > features.count {
            return true
        }
        guard Self.hasLimits(license, in: self.slot) else {
            return false
        }
        for (index, unit) in self.units.enumerated() {
            if let greatest = self.limits[index].first(at: now), greatest < -self.amount(of: unit, license) {
                return true
            }
        }
        return false
    }

    private mutating func changeFeatures(of license: License, by change: Int) {
        guard let features = license.features(in: self.slot) else {
            self.completeCount += change
            return
        }
        for feature in features {
            let index = self.features.endOfPrefix { $0 < feature }
            let count = self.listings[index]
            self.listings[index] += change
            self.listedCount += (count + change).signum() - count.signum()
        }
    }

    /// The limit of a unit as a number, which is `Int.max` if it is unlimited.
    private func amount(of unit: LimitUnit, _ license: License) -> Int {
        license.limit(of: unit, in: self.slot).count ?? .max
    }

    /// Returns whether the limits of a license are compared in a slot.
    private static func hasLimits(_ license: License, in slot: LicenseSlot) -> Bool {
        slot == .base || license.category == .plus
    }
}
