import LicenseCrypto
import LicenseModel

extension LicenseSet {
    /// What an installation does: the licenses to write, and those that are there already.
    struct Installation: Sendable, Equatable {
        /// The licenses that are written.
        let added: [Entry]

        /// The licenses that are installed already, byte for byte the same.
        let unchanged: [License]

        /// The installed licenses that are newer than one of the added ones, where the caller allowed it.
        let newer: [License]
    }

    /// Why a change of the set is refused.
    struct Refusal: Error, Equatable {
        let code: LicenseStoreError.Code

        /// The licenses that the refusal is about.
        var licenseIDs: [LicenseID] = []

        /// The issuers of licenses with the same ID, if the refusal is about them.
        var issuers: [ClaimString] = []

        /// The error of the license itself, for a license that is bound to other nodes.
        var cause: LicenseError?
    }

    /// Checks the installation of a file's licenses, in the order of the contract, without changing anything.
    ///
    /// - Parameters:
    ///   - entries: The licenses of the file, all verified.
    ///   - node: The thumbprints of this node.
    ///   - allowsOlder: Whether licenses may be installed that are older than installed ones.
    ///   - now: The time at which a license counts as expired, for the advice in a full folder.
    ///   - maximumCount: The number of licenses that the set can have, which only tests change.
    /// - Returns: What to write.
    /// - Throws: ``Refusal`` for the whole file.
    func installation(
        of entries: [Entry],
        node: LicenseRequirement<Set<ClaimString>>,
        allowsOlder: Bool,
        at now: LicenseInstant,
        maximumCount: Int = Self.maximumCount
    ) throws(Refusal) -> Installation {
        let nodeErrors = entries.compactMap { $0.license.wrongNodeError(on: node) }
        if nodeErrors.count == entries.count, let first = nodeErrors.first {
            let ids = entries.map(\.license.id)
            throw Refusal(code: LicenseStoreError.Code(rawValue: first.code.rawValue), licenseIDs: ids, cause: first)
        }

        let good = self.goodDigests
        var seen: Set<PayloadDigest> = []
        let distinct = entries.filter { seen.insert($0.license.payloadDigest).inserted }
        let added = distinct.filter { !good.contains($0.license.payloadDigest) }
        let unchanged = distinct.map(\.license).filter { good.contains($0.payloadDigest) }

        let installed = self.entries.map(\.license)
        try Self.requireUniqueIdentities(added.map(\.license), among: installed)

        var newer: Set<PayloadDigest> = []
        for entry in added {
            newer.formUnion(installed.filter { Self.replaces($0, entry.license) }.map(\.payloadDigest))
        }
        let newerLicenses = installed.filter { newer.contains($0.payloadDigest) }
        guard newerLicenses.isEmpty || allowsOlder else {
            throw Refusal(code: .olderThanInstalled, licenseIDs: newerLicenses.map(\.id))
        }

        let known = Set(installed.map(\.payloadDigest))
        let count = known.count + added.count { !known.contains($0.license.payloadDigest) }
        guard added.isEmpty || count <= maximumCount else {
            let expired = installed.filter { ($0.graceUntil ?? $0.expiresAt ?? .latest) <= now && $0.expiresAt != nil }
            throw Refusal(code: .storeFull, licenseIDs: expired.map(\.id).sorted())
        }
        return Installation(added: added, unchanged: unchanged, newer: newerLicenses)
    }

    /// Throws if a license has the issuer and ID of another license, but other contents.
    private static func requireUniqueIdentities(
        _ added: [License],
        among installed: [License]
    ) throws(Refusal) {
        var digests: [LicenseIdentity: PayloadDigest] = [:]
        for license in installed {
            digests[LicenseIdentity(license)] = license.payloadDigest
        }
        let ambiguous = Set(
            Dictionary(grouping: installed, by: LicenseIdentity.init).filter { $1.count > 1 }.keys
        )
        for license in added {
            let identity = LicenseIdentity(license)
            if let digest = digests[identity], digest != license.payloadDigest || ambiguous.contains(identity) {
                throw Refusal(code: .idConflict, licenseIDs: [license.id])
            }
            digests[identity] = license.payloadDigest
        }
    }

    /// Returns whether an installed license was issued later than a new one that is for the same purpose.
    ///
    /// Both have the same issuer, licensee and category, fill a common slot, and can be used on a common node.
    static func replaces(_ installed: License, _ license: License) -> Bool {
        guard installed.category == license.category, installed.hasParties(of: license) else {
            return false
        }
        let hasCommonSlot = license.category == .base || license.modules.contains(where: installed.modules.contains)
        guard hasCommonSlot, self.haveCommonNode(installed, license) else {
            return false
        }
        if let sequence = installed.sequence, let other = license.sequence {
            return sequence > other
        }
        return installed.issuedAt > license.issuedAt
    }

    private static func haveCommonNode(_ first: License, _ second: License) -> Bool {
        guard let nodes = first.nodes, let others = second.nodes else {
            return true
        }
        return nodes.contains(where: others.contains)
    }
}
