/// What a user interface does at login.
public enum LoginDirective: String, Sendable, Hashable, Codable, CaseIterable {
    /// Go on as usual.
    case proceed

    /// Go on, and show the reminders.
    case remind

    /// Lead to the page about the license.
    case redirect
}
