import LicenseModel

extension Entitlements {
    /// Returns the warnings about a change from these entitlements to others.
    ///
    /// - Parameters:
    ///   - other: The entitlements after the change.
    ///   - added: The licenses to install, or an empty array for a removal.
    ///   - lost: The capabilities that would no longer be allowed.
    ///   - over: The quotas after the change whose overage would increase.
    /// - Returns: The warnings, in the order of ``LicenseWarning/Code/known``.
    func warnings(of other: Entitlements, installing added: [License], lost: [LicenseCapability], over: [LicenseQuota])
        -> [LicenseWarning]
    {
        var warnings = self.warnings(aboutInstalling: added, other) + self.warnings(aboutLimitsOf: other)
        for slot in ([self.base] + self.modules).map(\.slot) {
            let isKept = self.allows([.operate(slot)]) && other.allows([.operate(slot)])
            if isKept, self[slot].features == nil, other[slot].features != nil {
                warnings.append(LicenseWarning(.featuresLowered, slot))
            }
        }
        for capability in lost {
            var warning = LicenseWarning(capability.operation == .view ? .viewLost : .operateLost, capability.slot)
            warning.feature = capability.feature
            warnings.append(warning)
        }
        for quota in over {
            var warning = LicenseWarning(.overLimit, .base)
            (warning.unit, warning.newLimit, warning.used) = (quota.unit, quota.licensed, quota.counted)
            warnings.append(warning)
        }
        if self.login != .redirect, other.login == .redirect {
            warnings.append(LicenseWarning(.loginRedirect))
        }
        return LicenseWarning.Code.known.flatMap { code in warnings.filter { $0.code == code } }
    }

    private func warnings(aboutInstalling added: [License], _ other: Entitlements) -> [LicenseWarning] {
        var warnings: [LicenseWarning] = []
        let (build, node) = (self.configuration.build.date, self.configuration.node.value)
        var seen: Set<PayloadDigest> = []
        var byIdentity = Dictionary(grouping: self.table.all, by: Identity.init)
        for license in added where seen.insert(license.payloadDigest).inserted {
            let identity = Identity(license)
            if byIdentity[identity]?.contains(where: { $0.payloadDigest != license.payloadDigest }) ?? false {
                warnings.append(LicenseWarning(.idConflict, licenseID: license.id))
            }
            byIdentity[identity, default: []].append(license)
            if license.state(at: self.instant) == .expired {
                var warning = LicenseWarning(.expired, licenseID: license.id)
                warning.instant = license.expiredFrom
                warnings.append(warning)
            }
            if let cause = ExcludedLicense.cause(of: license, build: build, node: node) {
                warnings.append(LicenseWarning(cause == .build ? .buildNotCovered : .wrongNode, licenseID: license.id))
            }
            for slot in license.slots where other[slot].license == license && other[slot].state.isLicensed {
                if let old = self[slot].license, self[slot].state == .current, license.grantsLess(than: old, in: slot) {
                    warnings.append(LicenseWarning(.smallerLicense, slot, licenseID: license.id))
                }
            }
        }
        if let old = self.base.license?.edition, let new = other.base.license?.edition, old != new {
            var warning = LicenseWarning(.editionChanged, .base, licenseID: other.base.license?.id)
            warning.edition = new
            warnings.append(warning)
        }
        return warnings
    }

    private func warnings(aboutLimitsOf other: Entitlements) -> [LicenseWarning] {
        var warnings: [LicenseWarning] = []
        func compare(_ slot: LicenseSlot, _ unit: LimitUnit, _ limit: License.Limit, _ newLimit: License.Limit) {
            if newLimit.isLess(than: limit) {
                var warning = LicenseWarning(.limitLowered, slot)
                (warning.unit, warning.limit, warning.newLimit) = (unit, limit, newLimit)
                warnings.append(warning)
            }
        }
        // A pending base license does not grant its limits yet, so they cannot decrease.
        let units = self.base.state == .pending ? [] : Array(self.rules.limits.keys) + Array(other.rules.limits.keys)
        for unit in units.distinct() {
            compare(.base, unit, self.limit(of: unit), other.limit(of: unit))
        }
        for slot in self.modules {
            let (old, new) = (slot.allowances, other[slot.slot].allowances)
            for unit in old.keys.ordered() {
                compare(slot.slot, unit, old[unit] ?? .count(0), new[unit] ?? .count(0))
            }
        }
        return warnings
    }

    /// The issuer and the ID of a license, which identify it.
    private struct Identity: Hashable {
        let issuer: ClaimString
        let id: LicenseID

        init(_ license: License) {
            self.issuer = license.issuer
            self.id = license.id
        }
    }
}

extension SlotEntitlement {
    /// The limits within which a module's plus license covers the module's own objects.
    ///
    /// Empty if the license is not a plus license, or is neither current nor in its grace period.
    fileprivate var allowances: [LimitUnit: License.Limit] {
        guard self.state.isLicensed, let license = self.license, license.category == .plus else {
            return [:]
        }
        return license.limits
    }
}

extension License {
    /// Returns whether another license of a slot has a greater limit for some unit, or a feature that this license lacks.
    ///
    /// The limits of two base licenses are compared for the base, and those of two plus licenses for a module. Other limits
    /// are not comparable.
    fileprivate func grantsLess(than other: License, in slot: LicenseSlot) -> Bool {
        if let features = self.features(in: slot), other.features(in: slot).map({ !$0.isSubset(of: features) }) ?? true
        {
            return true
        }
        guard self.category == other.category, slot == .base || self.category == .plus else {
            return false
        }
        let missing: License.Limit = slot == .base ? .unlimited : .count(0)
        return Set(self.limits.keys).union(other.limits.keys)
            .contains { (self.limits[$0] ?? missing).isLess(than: other.limits[$0] ?? missing) }
    }
}

extension License.Limit {
    fileprivate func isLess(than other: License.Limit) -> Bool {
        switch (self, other) {
        case (.count(let count), .count(let other)): count < other
        case (.count, .unlimited): true
        case (.unlimited, _): false
        }
    }
}
