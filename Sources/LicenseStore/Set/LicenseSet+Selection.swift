import LicenseCrypto
import LicenseModel

extension LicenseSet {
    /// The licenses of a set that count, and those that do not because another one has the same issuer and ID.
    struct Selection: Sendable {
        /// The licenses that count, by the names of their files.
        let licenses: [License]

        /// The licenses that do not count.
        let conflicting: [License]
    }

    /// Selects one license where several have the same issuer and ID but different contents.
    ///
    /// The one that is active stays. Otherwise it is the one in a file with its own digest as the name, then the one that
    /// was signed later, then the one with the smaller digest.
    ///
    /// - Parameter active: The digests of the licenses that are active now.
    /// - Returns: The licenses that count and those that do not.
    func selection(preferring active: Set<PayloadDigest>) -> Selection {
        let licenses = self.entries.map(\.license)
        var best: [LicenseIdentity: License] = [:]
        for license in licenses {
            let identity = LicenseIdentity(license)
            if let other = best[identity], !self.isPreferred(license, to: other, active) {
                continue
            }
            best[identity] = license
        }
        let chosen = Set(best.values.map(\.payloadDigest))
        return Selection(
            licenses: licenses.filter { chosen.contains($0.payloadDigest) },
            conflicting: licenses.filter { !chosen.contains($0.payloadDigest) }
        )
    }

    private func isPreferred(_ license: License, to other: License, _ active: Set<PayloadDigest>) -> Bool {
        let isActive = active.contains(license.payloadDigest)
        guard isActive == active.contains(other.payloadDigest) else {
            return isActive
        }
        let hasOwnName = self.hasOwnName(license)
        guard hasOwnName == self.hasOwnName(other) else {
            return hasOwnName
        }
        return license.issuedAt == other.issuedAt
            ? license.payloadDigest < other.payloadDigest
            : license.issuedAt > other.issuedAt
    }

    /// Returns whether the file with the license's own name holds the license.
    func hasOwnName(_ license: License) -> Bool {
        self.files[Self.name(of: license)]?.entries.contains { $0.license.payloadDigest == license.payloadDigest }
            ?? false
    }
}
