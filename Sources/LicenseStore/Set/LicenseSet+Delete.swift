import LicenseCrypto
import LicenseModel

extension LicenseSet {
    /// What a deletion does to the files.
    struct Deletion: Sendable {
        /// The licenses that are deleted.
        ///
        /// Several are possible if they have the same issuer and ID.
        let licenses: [License]

        /// The licenses that share a file with a deleted one and must first get a file of their own.
        let kept: [Entry]

        /// The files to remove afterward.
        let removed: [FileName]

        /// Whether a file to remove holds other licenses, which must be safe in other files first.
        let sharesFiles: Bool
    }

    /// Determines what deleting a license does to the files.
    ///
    /// - Parameters:
    ///   - id: The ID of the license.
    ///   - issuer: The issuer of the license, or `.any` if only one issuer has a license with this ID.
    /// - Returns: The changes to the files.
    /// - Throws: ``Refusal`` with `notFound`, or with `idConflict` if licenses of several issuers have the ID.
    func deletion(
        of id: LicenseID,
        issuer: LicenseRequirement<ClaimString>
    ) throws(Refusal) -> Deletion {
        let matching = self.entries.map(\.license)
            .filter { license in
                guard license.id == id, case .only(let issuer) = issuer else {
                    return license.id == id
                }
                return license.issuer == issuer
            }
        guard let first = matching.first else {
            throw Refusal(code: .notFound, licenseIDs: [id])
        }
        guard matching.allSatisfy({ $0.issuer == first.issuer }) else {
            throw Refusal(code: .idConflict, licenseIDs: [id], issuers: Set(matching.map(\.issuer)).sorted(by: <))
        }
        let deleted = Set(matching.map(\.payloadDigest))
        let removed = self.names.filter { name in
            self.files[name]?.entries.contains { deleted.contains($0.license.payloadDigest) } ?? false
        }
        var held = Set(
            self.files.filter { !removed.contains($0.key) && $0.value.problem == nil }
                .flatMap(\.value.entries).map(\.license.payloadDigest)
        )
        var kept: [Entry] = []
        for entry in removed.flatMap({ self.files[$0]?.entries ?? [] }) {
            let digest = entry.license.payloadDigest
            if !deleted.contains(digest), held.insert(digest).inserted {
                kept.append(entry)
            }
        }
        let sharesFiles = removed.contains { name in
            self.files[name]?.entries.contains { !deleted.contains($0.license.payloadDigest) } ?? false
        }
        return Deletion(licenses: matching, kept: kept, removed: removed, sharesFiles: sharesFiles)
    }
}
