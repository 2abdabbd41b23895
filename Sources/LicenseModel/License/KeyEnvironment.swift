/// What a signing key is for.
public enum KeyEnvironment: String, Sendable, Hashable, Codable, CaseIterable {
    /// The key signs licences for customers.
    case production

    /// The key signs licences for tests. They are refused unless the verifier is told to accept them.
    case test
}
