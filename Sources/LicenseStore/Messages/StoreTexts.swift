import LicenseModel

/// Makes the errors and findings of a folder, with their messages in the languages of the product's catalog.
struct StoreTexts: Sendable {
    let catalog: ProductCatalog

    /// Returns the error for a refusal of a set of licenses.
    func error(_ refusal: LicenseSet.Refusal, plan: LicensePlan? = nil) -> LicenseStoreError {
        if let cause = refusal.cause {
            return self.error(cause)
        }
        return LicenseStoreError(
            refusal.code,
            licenseIDs: refusal.licenseIDs,
            message: self.text(
                "storeError.\(refusal.code)",
                licenseIDs: refusal.licenseIDs,
                issuers: refusal.issuers,
                code: "\(refusal.code)"
            ),
            plan: plan
        )
    }

    /// Returns the error for a license file that is refused.
    func error(_ error: LicenseError) -> LicenseStoreError {
        LicenseStoreError(
            LicenseStoreError.Code(rawValue: error.code.rawValue),
            licenseIDs: error.licenseID.map { [$0] } ?? [],
            licenseError: error,
            message: self.catalog.text(of: error)
        )
    }

    /// Returns the error for an operation on a file that failed.
    ///
    /// - Parameters:
    ///   - code: `LicenseStoreError.Code.storageFailed` or another code of the store.
    ///   - error: The error of the operation.
    ///   - file: The file, as a path for people.
    /// - Returns: The error, with a message that fits the cause.
    func error(_ code: LicenseStoreError.Code, _ error: FileError, _ file: String) -> LicenseStoreError {
        let key =
            switch error {
            case _ where code != .storageFailed: "storeError.\(code)"
            case _ where error.isFull: "storeError.storage-full"
            case _ where error.isReadOnly: "storeError.storage-read-only"
            case _ where error.isDenied: "storeError.storage-denied"
            default: "storeError.storage-failed"
            }
        return LicenseStoreError(
            code,
            file: file,
            systemError: error.code,
            message: self.text(key, code: error.code, file: file)
        )
    }

    /// Returns the error for a new folder whose parent is missing.
    ///
    /// Only then is it safe to advise to create something: in place of a folder that was in use, an empty one would end its licenses.
    func missingParent(of folder: String) -> LicenseStoreError {
        LicenseStoreError(
            .storageFailed,
            file: folder,
            systemError: FileError.missing.code,
            message: self.text("storeError.storage-missing", code: FileError.missing.code, file: folder)
        )
    }

    /// Returns a finding with its message.
    func finding(
        _ code: LicenseStoreFinding.Code,
        licenseIDs: [LicenseID] = [],
        file: String? = nil,
        error: String? = nil,
        since: LicenseInstant? = nil
    ) -> LicenseStoreFinding {
        LicenseStoreFinding(
            code: code,
            licenseIDs: licenseIDs,
            file: file,
            error: error,
            since: since,
            message: self.text(
                "storeFinding.\(code)",
                licenseIDs: licenseIDs,
                code: error ?? code.rawValue,
                file: file,
                instant: since
            )
        )
    }

    private func text(
        _ key: String,
        licenseIDs: [LicenseID] = [],
        issuers: [ClaimString] = [],
        code: String? = nil,
        file: String? = nil,
        instant: LicenseInstant? = nil
    ) -> LocalizedText {
        self.catalog.text(
            of: LicenseMessage(
                key,
                licenseIDs: Self.shown(licenseIDs),
                issuers: Self.shown(issuers),
                instant: instant,
                code: code,
                file: file
            )
        )
    }

    /// Returns the first elements of a long list, so that a message stays readable.
    ///
    /// The error itself has all.
    private static func shown<Element>(_ list: [Element]) -> [Element] {
        Array(list.prefix(5))
    }
}
