public import LicenseModel

/// An error that describes why a license folder refuses a change or cannot be read.
///
/// Programs use the ``code``. People read the ``message``, which describes what is wrong, where, and what to do next.
///
/// ```swift
/// do {
///     try await folder.install(upload, by: actor)
/// } catch {
///     return Response(status: .conflict, text: error.message[.simplifiedChinese])
/// }
/// ```
public struct LicenseStoreError: Error, Sendable {
    /// A code that identifies the cause of an error, such as `older-than-installed`.
    public typealias Code = LicenseCode<LicenseStoreError>

    /// The code that identifies the cause.
    ///
    /// If the license file itself is refused, it is the code of the ``licenseError``, such as `signature-invalid`.
    public let code: Code

    /// The file that the error is about, with unprintable characters escaped, or `nil` if it is not about a file.
    public let file: String?

    /// The licenses that the error is about, which can be empty.
    public let licenseIDs: [LicenseID]

    /// The name of the system's error, such as `ENOSPC`, or `nil` if no operation on a file failed.
    public let systemError: String?

    /// The error of the license file, or `nil` if the file itself is not refused.
    public let licenseError: LicenseError?

    /// What is wrong, where, and what to do next, in each language of the product's catalog.
    public let message: LocalizedText

    /// The new plan for the code `Code.planChanged`, or `nil` for another code.
    public let plan: LicensePlan?

    init(
        _ code: Code,
        file: String? = nil,
        licenseIDs: [LicenseID] = [],
        systemError: String? = nil,
        licenseError: LicenseError? = nil,
        message: LocalizedText,
        plan: LicensePlan? = nil
    ) {
        self.code = code
        self.file = file
        self.licenseIDs = licenseIDs
        self.systemError = systemError
        self.licenseError = licenseError
        self.message = message
        self.plan = plan
    }
}

extension LicenseStoreError: CustomStringConvertible {
    /// The code, the file and the English message, for logs.
    public var description: String {
        "\(self.code)\(self.file.map { " (\($0))" } ?? ""): \(self.message.english)"
    }
}
