/// The templates of the pages, which are part of the program.
///
/// A program that is copied to a server therefore has all that it needs. The templates are Mustache: `{{name}}` is a value, escaped for
/// HTML, `{{#name}}…{{/name}}` is a part that is shown if there is a value, or for each of its values, and `{{>name}}` is another template.
enum PageTemplate {
    /// Every template, by its name.
    static let all: [String: String] = [
        "layout": Self.layout,
        "problem": Self.problem,
        "reminders": Self.reminders,
        "login": Self.login,
        "refusal": Self.refusal,
        "objects": Self.objects,
        "module": Self.module,
        "confirm": Self.confirm,
        "about": Self.about,
        "staged": Self.staged,
        "attention": Self.attention,
        "slots": Self.slots,
        "quotas": Self.quotas,
        "pending": Self.pending,
        "stored": Self.stored,
        "timeline": Self.timeline,
        "history": Self.history,
    ]
}
