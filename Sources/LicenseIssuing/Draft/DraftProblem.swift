/// A problem with a license draft that prevents the draft from being signed.
///
/// ```swift
/// for problem in draft.problems(signedAt: LicenseInstant(Date()), for: catalog) {
///     print(problem)  // such as 'license.graceDays' is 400; it must be from 1 to 365
/// }
/// ```
public struct DraftProblem: Sendable, Hashable, CustomStringConvertible {
    /// The path of the invalid member in the claims, such as `license.limits.cores`.
    public let member: String

    /// The problem in English, as the rest of a sentence that starts with the member, such as `is a duplicate`.
    public let problem: String

    /// A sentence without a period: the member in quotation marks, followed by the problem.
    public var description: String {
        "'\(self.member)' \(self.problem)"
    }
}
