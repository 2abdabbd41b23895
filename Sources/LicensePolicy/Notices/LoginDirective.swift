/// What a user interface does at login (license guide, rows 34 and 37).
public enum LoginDirective: String, Sendable, Hashable, Codable, CaseIterable {
    /// Go on as usual.
    case proceed

    /// Go on, and show the reminders.
    case remind

    /// Lead to the page about the license.
    case redirect
}
