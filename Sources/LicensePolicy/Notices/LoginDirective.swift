/// The behavior of a user interface at login, which depends on the licenses.
public enum LoginDirective: String, Sendable, Hashable, Codable {
    /// Continue as usual, because nothing needs attention.
    case proceed

    /// Continue, and show the reminders to the user.
    case remind

    /// Redirect to the license page, because a license has expired.
    case redirect
}
