import LicenseModel

/// A license that is genuine and does not count here, and why.
struct ExcludedLicense: Sendable {
    /// Why a license does not count.
    enum Cause: Sendable {
        /// It covers older builds of the product alone.
        case build

        /// It is bound to other nodes.
        case node
    }

    /// The license.
    let license: License

    /// Why it does not count.
    ///
    /// Of two causes the build comes first.
    let cause: Cause

    /// Looks for a cause to exclude a license.
    ///
    /// - Parameters:
    ///   - license: The license.
    ///   - build: When the running build was made, or `nil` if that is not checked.
    ///   - node: The thumbprints of this node, or `nil` if that is not checked.
    /// - Returns: `nil` if there is none.
    static func cause(of license: License, build: LicenseInstant?, node: Set<ClaimString>?) -> Cause? {
        if let build, let updatesUntil = license.updatesUntil, updatesUntil < build {
            return .build
        }
        if let node, !license.isUsable(on: .only(node)) {
            return .node
        }
        return nil
    }

    /// The finding about it.
    var finding: LicenseFinding {
        switch self.cause {
        case .build: LicenseFinding(.buildNotCovered, licenseID: self.license.id)
        case .node: LicenseFinding(.wrongNode, licenseID: self.license.id)
        }
    }

    /// The reason against a slot that no other license fills.
    func reason(against slot: LicenseSlot) -> DenialReason {
        switch self.cause {
        case .build:
            DenialReason(
                slot == .base ? .baseBuildNotCovered : .moduleBuildNotCovered,
                slot,
                licenseID: self.license.id,
                instant: self.license.updatesUntil
            )
        case .node:
            DenialReason(slot == .base ? .baseWrongNode : .moduleWrongNode, slot, licenseID: self.license.id)
        }
    }

    /// Whether a denial names this one and not another: a build before a node, then the later builds, the later issue and
    /// the smaller identity, so that the order in which licenses are loaded does not matter.
    func precedes(_ other: ExcludedLicense) -> Bool {
        guard self.cause == other.cause else {
            return self.cause == .build
        }
        let (license, other) = (self.license, other.license)
        if self.cause == .build, license.updatesUntil != other.updatesUntil {
            return (other.updatesUntil ?? .earliest) < (license.updatesUntil ?? .earliest)
        }
        if self.cause == .node, license.issuedAt != other.issuedAt {
            return other.issuedAt < license.issuedAt
        }
        return license.hasSmallerIdentity(than: other)
    }
}
