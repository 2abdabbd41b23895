/// Something in a draft that would make a wrong licence.
public struct DraftProblem: Sendable, Hashable, CustomStringConvertible {
    /// The member of the claims that would be wrong, as a path such as `license.limits.hosts`.
    public let member: String

    /// What is wrong with it, as the end of a sentence that starts with the member's name.
    public let problem: String

    init(_ member: String, _ problem: String) {
        self.member = member
        self.problem = problem
    }

    /// The member and what is wrong with it.
    public var description: String {
        "'\(self.member)' \(self.problem)"
    }
}
