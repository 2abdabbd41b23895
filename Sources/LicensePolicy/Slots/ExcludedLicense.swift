import LicenseModel

/// A verified license that is excluded on this node or for this build, with the cause.
struct ExcludedLicense: Sendable {
    /// The cause for which a license is excluded.
    enum Cause: Sendable {
        /// The license covers only older builds of the product.
        case build

        /// The license is bound to other nodes.
        case node
    }

    /// The license that is excluded.
    let license: License

    /// The cause of the exclusion.
    ///
    /// If both causes apply, it is ``Cause/build``.
    let cause: Cause

    /// The thumbprints of this node, or `nil` if the node is not checked.
    let node: Set<ClaimString>?

    /// Returns the cause to exclude a license, or `nil` if it is not excluded.
    ///
    /// - Parameters:
    ///   - license: The license to check.
    ///   - build: The date of the running build, or `nil` if it is not checked.
    ///   - node: The thumbprints of this node, or `nil` if the node is not checked.
    /// - Returns: The cause or `nil`.
    static func cause(of license: License, build: LicenseInstant?, node: Set<ClaimString>?) -> Cause? {
        if let build, let updatesUntil = license.updatesUntil, updatesUntil < build {
            return .build
        }
        if let node, !license.isUsable(on: .only(node)) {
            return .node
        }
        return nil
    }

    /// The finding that reports the exclusion.
    var finding: LicenseFinding {
        switch self.cause {
        case .build: LicenseFinding(.buildNotCovered, licenseID: self.license.id)
        case .node: LicenseFinding(.wrongNode, licenseID: self.license.id, nodes: self.nodes)
        }
    }

    /// The nodes of the license and this node, if the cause is ``Cause/node``.
    var nodes: NodeMismatch? {
        self.cause == .node ? NodeMismatch(license: self.license.nodes ?? [], thisNode: self.node ?? []) : nil
    }

    /// Returns the denial reason for a slot that no other license fills.
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
            DenialReason(
                slot == .base ? .baseWrongNode : .moduleWrongNode,
                slot,
                licenseID: self.license.id,
                nodes: self.nodes
            )
        }
    }

    /// Returns whether a denial names this license rather than another one.
    ///
    /// The cause ``Cause/build`` takes precedence over ``Cause/node``. For builds, the later `updatesUntil` takes
    /// precedence, and for nodes, the later `iat`. Otherwise, the smaller identity does. The result does not depend on
    /// the order in which licenses are loaded.
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
