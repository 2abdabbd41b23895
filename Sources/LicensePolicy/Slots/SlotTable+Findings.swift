import LicenseModel

extension SlotTable {
    /// Returns the findings about all licenses, ordered by code, then by license.
    ///
    /// - Parameters:
    ///   - slots: The entitlements of the base and of each module that a license names.
    ///   - instant: The instant of the entitlements.
    /// - Returns: The findings, in which two licenses with the same ID can occur.
    func findings(_ slots: [SlotEntitlement], at instant: LicenseInstant) -> [LicenseFinding] {
        let base = slots[0].license
        let now = instant.secondsSince1970
        let dayAhead = instant.advanced(byDays: 1).secondsSince1970
        var findings = self.excluded.map(\.finding)
        for term in self.terms {
            if term.issue > dayAhead {
                findings.append(LicenseFinding(.issuedInFuture, licenseID: self.license(of: term).id))
            }
            if term.updatesUntil < now {
                findings.append(self.finding(.updatesEnded, term))
            } else if term.updatesUntil.subtractingClamped(now) < LicenseFinding.updatesEndingSeconds {
                findings.append(self.finding(.updatesEnding, term))
            }
            if !term.isBase, let base {
                let license = self.license(of: term)
                if !license.hasParties(of: base) {
                    findings.append(LicenseFinding(.licenseeDiffers, licenseID: license.id))
                }
            }
        }
        var seen: Set<PayloadDigest> = []
        for slot in slots {
            if let license = slot.license, slot.state.isLicensed, self.hasGreater(slot, than: license),
                seen.insert(license.payloadDigest).inserted
            {
                findings.append(LicenseFinding(.grantsLess, licenseID: license.id))
            }
        }
        return findings.ordered()
    }

    /// Returns a finding about the latest build date that a license covers.
    func finding(_ code: LicenseFinding.Code, _ term: Term) -> LicenseFinding {
        let license = self.license(of: term)
        return LicenseFinding(code, licenseID: license.id, instant: license.updatesUntil)
    }

    /// Returns whether a current license of a slot grants more than the effective one.
    private func hasGreater(_ slot: SlotEntitlement, than effective: License) -> Bool {
        let indices = self.indices(of: slot.slot)
        return indices.count > 1
            && indices.contains { index in
                let term = self.terms[index]
                return term.state(at: slot.instant) == .current
                    && effective.grantsLess(than: self.license(of: term), in: slot.slot)
            }
    }
}

extension LicenseFinding {
    /// The time before the end of a license's updates from which ``Code/updatesEnding`` is found, in seconds.
    static let updatesEndingSeconds = 14 * LicenseInstant.secondsPerDay
}
