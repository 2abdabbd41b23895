import LicenseModel

extension Entitlements {
    /// Returns the warnings about a change from these entitlements to others.
    ///
    /// - Parameters:
    ///   - other: The entitlements after the change.
    ///   - added: The licenses to install, or an empty array for a removal.
    ///   - lost: The capabilities that would no longer be allowed.
    ///   - lowered: The limits and feature lists that would grant less.
    ///   - over: The quotas after the change whose overage would increase.
    /// - Returns: The warnings, in the order of `LicenseWarning.Code.known`.
    func warnings(
        of other: Entitlements,
        installing added: [License],
        lost: [LicenseCapability],
        lowered: [EntitlementChange],
        over: [LicenseQuota]
    ) -> [LicenseWarning] {
        var warnings = other.warningsAboutConflicts() + self.warnings(aboutInstalling: added, other)
        for change in lowered {
            var warning = LicenseWarning(change.aspect == .limit ? .limitLowered : .featuresLowered, change.slot)
            (warning.unit, warning.limit, warning.newLimit) = (change.unit, change.before?.limit, change.after?.limit)
            warnings.append(warning)
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

    /// Returns a warning for each ID of an issuer that several of the licenses have.
    private func warningsAboutConflicts() -> [LicenseWarning] {
        let licenses = self.table.all.ordered { $0.hasSmallerIdentity(than: $1) }
        var warnings: [LicenseWarning] = []
        var isConflict = false
        for (license, other) in zip(licenses, licenses.dropFirst()) {
            let wasConflict = isConflict
            isConflict = license.id == other.id && license.issuer == other.issuer
            if isConflict, !wasConflict {
                warnings.append(LicenseWarning(.idConflict, licenseID: license.id))
            }
        }
        return warnings
    }

    private func warnings(aboutInstalling added: [License], _ other: Entitlements) -> [LicenseWarning] {
        var warnings: [LicenseWarning] = []
        let (build, node) = (self.configuration.build.date, self.configuration.node.value)
        var seen: Set<PayloadDigest> = []
        for license in added where seen.insert(license.payloadDigest).inserted {
            if license.state(at: self.instant) == .expired {
                var warning = LicenseWarning(.expired, licenseID: license.id)
                warning.instant = license.expiredFrom
                warnings.append(warning)
            }
            if let cause = ExcludedLicense.cause(of: license, build: build, node: node) {
                var warning = LicenseWarning(cause == .build ? .buildNotCovered : .wrongNode, licenseID: license.id)
                warning.nodes = ExcludedLicense(license: license, cause: cause, node: node).nodes
                warnings.append(warning)
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
}
