import LicenseModel

extension SlotTable {
    /// Returns the findings about all licenses, ordered by code, then by license.
    ///
    /// - Parameters:
    ///   - baseSlot: The entitlement of the base.
    ///   - moduleSlots: The entitlements of ``modules``, in the same order.
    ///   - instant: The instant of the entitlements.
    /// - Returns: The findings, in which two licenses with the same ID can occur.
    func findings(
        _ baseSlot: SlotEntitlement,
        _ moduleSlots: [SlotEntitlement],
        at instant: LicenseInstant
    ) -> [LicenseFinding] {
        let base = baseSlot.license
        let now = instant.secondsSince1970
        let dayAhead = instant.advanced(byDays: 1).secondsSince1970
        let updatesEnding = now.addingClamped(LicenseFinding.updatesEndingSeconds)
        let licenses = self.input.span
        var findings = self.excluded.map(\.finding)
        for term in self.terms {
            if term.issue > dayAhead {
                findings.append(LicenseFinding(.issuedInFuture, licenseID: self.license(of: term).id))
            }
            if term.updatesUntil < now {
                findings.append(self.finding(.updatesEnded, term))
            } else if term.updatesUntil < updatesEnding {
                findings.append(self.finding(.updatesEnding, term))
            }
            if let base, !term.isBase, !licenses[term.index].hasParties(of: base) {
                findings.append(LicenseFinding(.licenseeDiffers, licenseID: licenses[term.index].id))
            }
        }
        var seen: Set<PayloadDigest> = []
        func compare(_ slot: SlotEntitlement, _ indices: [Int]) {
            guard indices.count > 1, slot.state == .current, let license = slot.license,
                self.isLess(license, than: indices, in: slot.slot, at: now)
            else {
                return
            }
            if seen.insert(license.payloadDigest).inserted {
                findings.append(LicenseFinding(.grantsLess, licenseID: license.id))
            }
        }
        compare(baseSlot, self.base)
        for (slot, module) in zip(moduleSlots, self.modules) {
            compare(slot, module.indices)
        }
        return findings.ordered(by: <)
    }

    /// Returns a finding about the latest build date that a license covers.
    func finding(_ code: LicenseFinding.Code, _ term: Term) -> LicenseFinding {
        let license = self.license(of: term)
        return LicenseFinding(code, licenseID: license.id, instant: license.updatesUntil)
    }

    /// Returns whether a current license of a slot grants more than the effective one.
    ///
    /// While the effective license is in its grace period, no other license is current.
    private func isLess(_ effective: License, than indices: [Int], in slot: LicenseSlot, at now: Int64) -> Bool {
        // Most licenses of a slot have the same limits.
        let limits = effective.limits
        let features = effective.features(in: slot)
        let licenses = self.input.span
        for index in indices {
            let term = self.terms[index]
            guard term.start <= now, now < term.end else {
                continue
            }
            if features == nil, licenses[term.index].content.fields.category == effective.category,
                licenses[term.index].content.fields.limits == limits
            {
                continue
            }
            if effective.grantsLess(than: licenses[term.index], in: slot) {
                return true
            }
        }
        return false
    }
}

extension LicenseFinding {
    /// The time before the end of a license's updates from which `Code.updatesEnding` is found, in seconds.
    static let updatesEndingSeconds = 14 * LicenseInstant.secondsPerDay
}
