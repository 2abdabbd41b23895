/// The person or program on whose behalf a license folder is changed.
///
/// Your product authenticates the person. The folder only checks what your product says, and records the name in the
/// history.
///
/// ```swift
/// try await folder.reload(by: LicenseActor(name: session.userName, isAdministrator: session.isAdmin))
/// ```
public struct LicenseActor: Sendable, Hashable {
    /// The name for the history.
    ///
    /// Unprintable characters are escaped there.
    public let name: String

    /// Whether your product says that this is an administrator, who alone can change the licenses.
    public let isAdministrator: Bool

    /// Creates an actor from what your product knows about the caller.
    ///
    /// - Parameters:
    ///   - name: The name for the history, such as a user name. At most 256 characters of it are recorded.
    ///   - isAdministrator: Whether the caller is an administrator.
    public init(name: String, isAdministrator: Bool) {
        self.name = name
        self.isAdministrator = isAdministrator
    }
}
