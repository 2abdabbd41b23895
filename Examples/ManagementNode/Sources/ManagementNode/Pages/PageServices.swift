import Hummingbird
import Licensing
import Logging
import ZStackLicensing

/// What the handlers of the pages use: the services of the other protocols, and the renderer.
struct PageServices: Sendable {
    let licenses: LicenseService
    let login: LoginService
    let memory = PageMemory()
    let cookies: PageCookies
    let renderer: PageRenderer
    let offset: UTCOffset
    let isDemo: Bool

    /// The clock's time, for what pages remember.
    var now: LicenseInstant { self.login.clock.read().wall }

    /// Returns a page.
    ///
    /// - Parameters:
    ///   - template: The name of the template.
    ///   - title: The name of the text that is the title, or the title itself.
    ///   - content: The view of the template.
    ///   - problem: Why the change before the page was refused.
    ///   - status: The status of the answer, if nothing was refused.
    ///   - path: The path that shows the page again, if it is not that of the request.
    ///   - context: The context of the request.
    /// - Returns: The page.
    /// - Throws: `PlatformFailure` if the route is not one of the pages.
    func page(
        _ template: String,
        title: String,
        _ content: Any,
        problem: ProblemView? = nil,
        status: HTTPResponse.Status = .ok,
        path: String? = nil,
        _ context: NodeContext
    ) throws -> Response {
        let visit = try context.requireVisit()
        let other = ProductCatalog.zstack.languages.first { $0 != visit.language } ?? visit.language
        let here = path ?? visit.path
        let notice = visit.session.flatMap { self.memory.takeNotice(in: $0) }
        let view = PageView(
            t: PageTexts.texts(in: visit.language),
            lang: Self.attribute(visit.language),
            otherLang: Self.attribute(other),
            title: PageTexts.text(title, in: visit.language),
            here: here,
            token: visit.token.text,
            isDemo: self.isDemo,
            person: visit.session.map { session in
                PageView.Person(
                    account: session.account.name,
                    role: PageTexts.text(
                        session.account.isAdministrator ? "administrator" : "ordinary",
                        in: visit.language
                    )
                )
            },
            menu: visit.session == nil ? [] : PageMenu.entries(self.licenses.gate, at: here, in: visit.language),
            // A refusal says the same, and leads to the license page.
            reminderPanel: problem?.isAboutLicenses == true
                ? nil : visit.session.flatMap { self.reminders(in: $0, visit.language, here) },
            notice: notice.map(NoticeView.init),
            problem: problem,
            content: content
        )
        var response = self.renderer.response(template, view, status: problem?.status ?? status)
        response.headers[.contentLanguage] = view.lang
        response.headers[.retryAfter] = problem?.retryAfter.map(String.init)
        return response
    }

    /// Returns a redirection to a page that first says what was done.
    func done(_ texts: [String], isSuccess: Bool = true, then path: String, _ context: NodeContext) throws -> Response {
        let visit = try context.requireVisit()
        if let session = visit.session {
            let lines = texts.map { PageTexts.text($0, in: visit.language) }
            self.memory.notify(PageNotice(isSuccess: isSuccess, lines: lines), in: session, at: self.now)
        }
        return .redirect(to: path)
    }

    /// Returns the reminders of a session that were not put aside.
    private func reminders(in session: Session, _ language: LicenseLanguage, _ here: String) -> PageView.Reminders? {
        let dismissed = self.memory.dismissed(in: session)
        let report = self.licenses.gate.report()
        let reminders = report.reminders.filter { !dismissed.contains($0.id) }
        guard !reminders.isEmpty else {
            return nil
        }
        let hasExpired = reminders.contains { $0.kind == .expired }
        let isBaseExpired = reminders.contains { $0.kind == .expired && $0.slot == .base }
        let title = isBaseExpired ? "reminderExpired" : hasExpired ? "reminderModule" : "reminderTitle"
        let count = reminders.count == 1 ? "reminderOne" : "reminderMany"
        return PageView.Reminders(
            reminders: reminders.map { reminder in
                PageView.Reminders.Reminder(
                    id: reminder.id,
                    message: self.text(of: reminder, in: report, language),
                    isExpired: reminder.kind == .expired
                )
            },
            reminderTitle: PageTexts.text(title, in: language),
            reminderCount: PageTexts.text(count, "\(reminders.count)", in: language),
            hasExpired: hasExpired,
            dismissText: PageTexts.text(isBaseExpired ? "hideReminder" : "notNow", in: language),
            isOnDetails: here == "/about"
        )
    }

    /// Returns what a reminder says.
    ///
    /// A module in its grace period cannot be used while the base has expired, so the page does not say that it still works.
    private func text(
        of reminder: LicenseNotice<LicenseReminder>,
        in report: EntitlementsReport,
        _ language: LicenseLanguage
    ) -> String {
        guard let slot = report[reminder.slot], slot.isBlockedByBase, let until = slot.graceUntil else {
            return self.offset.pageText(of: reminder.message, in: language)
        }
        return PageTexts.text(
            "graceBlocked",
            SlotName.text(of: slot.slot, in: language),
            self.offset.pageText(of: until),
            in: language
        )
    }

    /// The language as HTML names it, such as `zh-Hans`.
    private static func attribute(_ language: LicenseLanguage) -> String { language.rawValue }
}
