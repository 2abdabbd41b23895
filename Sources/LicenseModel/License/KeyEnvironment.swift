/// The environment for which a key signs licenses.
///
/// Later releases do not add cases. A key that names any other environment is refused.
public enum KeyEnvironment: String, Sendable, Hashable, Codable {
    /// The key signs licenses for customers.
    case production

    /// The key signs licenses for tests, which a verifier refuses unless you configure it to accept them.
    case test
}
