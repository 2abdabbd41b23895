/// A page: what surrounds it, and its content.
///
/// A template reads the members of a view by their names. A name that a view does not have, or that is `nil` in it, is looked up in
/// the view around it. The names of views that are nested therefore differ.
struct PageView {
    /// An entry of the main menu.
    struct MenuEntry {
        let label: String

        /// The path that the entry opens, or `nil` if the entry is blocked.
        let href: String?
        let isCurrent: Bool

        /// For a blocked entry, the place that says why.
        let reason: String?
    }

    /// The person who is logged in.
    struct Person {
        let account: String
        let role: String
    }

    /// The reminders that were not put aside.
    struct Reminders {
        struct Reminder {
            let id: String
            let message: String
            let isExpired: Bool
        }

        let reminders: [Reminder]
        let reminderTitle: String

        /// The number of the reminders, as the only line that a narrow page shows at first.
        let reminderCount: String

        /// Whether something has expired, and not only ends soon.
        let hasExpired: Bool

        /// What the button that puts the reminders aside says.
        let dismissText: String

        /// Whether the page is the one that the reminder leads to.
        let isOnDetails: Bool
    }

    /// The texts of the page's language, by name.
    let t: [String: String]

    /// The language, as an attribute of HTML.
    let lang: String

    /// The other language, as an attribute of HTML.
    let otherLang: String
    let title: String

    /// The path to which a change of the language leads back.
    let here: String
    let token: String
    let isDemo: Bool
    let person: Person?
    let menu: [MenuEntry]
    let reminderPanel: Reminders?
    let notice: NoticeView?
    let problem: ProblemView?
    let content: Any
}

/// The notice at the top of a page.
struct NoticeView {
    let isGood: Bool
    let lines: [String]

    init(_ notice: PageNotice) {
        (self.isGood, self.lines) = (notice.isSuccess, notice.lines)
    }
}
