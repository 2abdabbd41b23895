#if LocalizedErrors
import LicenseModel

#if canImport(FoundationEssentials)
public import protocol FoundationEssentials.LocalizedError
#else
public import protocol Foundation.LocalizedError
#endif

extension LicenseStoreError: LocalizedError {
    /// The error's message in English.
    public var errorDescription: String? {
        self.message.english
    }
}
#endif
