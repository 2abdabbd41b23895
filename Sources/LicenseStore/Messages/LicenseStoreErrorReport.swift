public import LicenseModel

/// A JSON report of a ``LicenseStoreError``, for other services and user interfaces.
///
/// If the folder failed, ``file`` and ``message`` contain a path of the server: show the report to administrators only.
///
/// ```swift
/// do {
///     try await folder.install(plan, by: actor)
/// } catch {
///     let report = LicenseStoreErrorReport(error, catalog: catalog)
///     return Response(status: .conflict, body: try encoder.encode(report))
/// }
/// ```
public struct LicenseStoreErrorReport: Sendable, Equatable, Codable {
    /// The code that identifies the cause, such as `older-than-installed`.
    public let code: LicenseStoreError.Code

    /// The file that the error is about, with unprintable characters escaped, or `nil` if it is not about a file.
    public let file: String?

    /// The licenses that the error is about, which can be empty.
    public let licenseIDs: [LicenseID]

    /// The name of the system's error, such as `ENOSPC`, or `nil` if no operation on a file failed.
    public let systemError: String?

    /// The report of the refused license file, or `nil` if the file itself is not refused.
    public let licenseError: LicenseErrorReport?

    /// The message that describes what is wrong and what to do next.
    public let message: LocalizedText

    /// Creates a report of an error, with its message.
    ///
    /// - Parameters:
    ///   - error: The error to report, whose message is in the languages of the folder's catalog.
    ///   - catalog: The catalog that provides the product's names and texts for ``licenseError``.
    public init(_ error: LicenseStoreError, catalog: ProductCatalog) {
        self.code = error.code
        self.file = error.file
        self.licenseIDs = error.licenseIDs
        self.systemError = error.systemError
        self.licenseError = error.licenseError.map { LicenseErrorReport($0, catalog: catalog) }
        self.message = error.message
    }
}
