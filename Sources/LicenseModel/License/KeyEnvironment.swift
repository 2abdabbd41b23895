/// What a signing key is for.
///
/// It is closed: a key that names another environment is refused.
public enum KeyEnvironment: String, Sendable, Hashable, Codable, CaseIterable {
    /// The key signs licenses for customers.
    case production

    /// The key signs licenses for tests. They are refused unless the verifier is told to accept them.
    case test
}
