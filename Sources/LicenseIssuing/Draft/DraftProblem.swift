/// Something in a draft that would make a wrong license.
public struct DraftProblem: Sendable, Hashable, CustomStringConvertible {
    /// The member of the claims that would be wrong, as a path such as `license.limits.cores`.
    public let member: String

    /// What is wrong with it, as the end of a sentence that starts with the member's name.
    public let problem: String

    /// States a problem.
    ///
    /// - Parameters:
    ///   - member: The member that would be wrong.
    ///   - problem: What is wrong with it, as the end of a sentence.
    public init(member: String, problem: String) {
        self.member = member
        self.problem = problem
    }

    /// The member and what is wrong with it.
    public var description: String {
        "'\(self.member)' \(self.problem)"
    }
}
