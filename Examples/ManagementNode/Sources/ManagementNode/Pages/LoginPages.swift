import Hummingbird
import Licensing
import Logging
import ZStackLicensing

/// The logins, and what follows them.
struct LoginPages {
    /// The content of a login page.
    struct View {
        let action: String
        let hint: String
        let accountValue: String

        /// What to know before, such as that the session has ended.
        let remark: String?

        /// The path of the other login, or `nil` if the menu does not offer it.
        let otherLogin: String?
        let otherLabel: String

        /// Whether the login is locked, so that the page has no form.
        let isLocked: Bool
    }

    let services: PageServices

    private var gate: LicenseGate { self.services.licenses.gate }

    /// Adds the pages, which need no session.
    func add(to routes: some RouterMethods<NodeContext>) {
        routes.get("login") { request, context in
            let remark = ["ended": "sessionEnded", "out": "loggedOut"]
                .first { request.uri.queryParameters[Substring($0.key)] != nil }
            return try self.administratorLogin(remark: remark?.value, context)
        }
        routes.post("login") { _, context in
            let name = try context.requireForm()["name"]
            do {
                return try await self.logIn(context)
            } catch let error as PlatformFailure {
                return try self.administratorLogin(name: name, error: error, context)
            }
        }
        routes.get("projects/login") { _, context in
            try self.projectLogin(context)
        }
        // The project login is a function of the module for enterprise management.
        let licensed = self.gate.makeCheck(for: .view(.module(.projectManagement)))
        routes.post("projects/login") { _, context in
            let name = try context.requireForm()["name"]
            do {
                try licensed.require()
                return try await self.logIn(context)
            } catch let error as PlatformFailure {
                return try self.projectLogin(name: name, error: error, context)
            } catch is LicenseDenial {
                return try self.projectLogin(name: name, context)
            }
        }
    }

    /// Adds what needs a session.
    func addForSessions(to routes: some RouterMethods<NodeContext>) {
        routes.post("logout") { _, context in
            let session = try context.requireSession()
            try await self.services.login.sessions.end(session.uuid)
            self.services.memory.forget(session)
            var response = Response.redirect(to: "/login?out=1")
            response.setCookie(self.services.cookies.noSession)
            return response
        }
        routes.post("reminders/dismiss") { _, context in
            let (session, form) = (try context.requireSession(), try context.requireForm())
            // Only reminders that exist are remembered, so that a session cannot fill the memory.
            let shown = Set(form["reminders"].split(separator: " ").map(String.init))
            let current = self.gate.report().reminders.map(\.id)
            self.services.memory.dismiss(current.filter(shown.contains), in: session, at: self.services.now)
            return Response.redirect(to: LanguagePage.localPath(form["back"]))
        }
    }

    /// Checks the name and the password, and leads to the page that the licenses require.
    private func logIn(_ context: NodeContext) async throws -> Response {
        let form = try context.requireForm()
        let session = try await self.services.login.logIn(
            form["name"],
            password: Digest.sha512(form["password"]),
            from: context.clientAddress
        )
        // A browser that logs in again must not keep its old session alive.
        if let old = context.session {
            try await self.services.login.sessions.end(old.uuid)
            self.services.memory.forget(old)
        }
        // If something has expired, the first page is the one that says what to do. A reminder is shown on every page.
        var response = Response.redirect(to: self.gate.entitlements.login == .redirect ? "/about" : "/hosts")
        response.setCookie(self.services.cookies.session(session.uuid))
        return response
    }

    private func administratorLogin(
        name: String = "",
        remark: String? = nil,
        error: PlatformFailure? = nil,
        _ context: NodeContext
    ) throws -> Response {
        let language = try context.requireVisit().language
        let menu = self.gate.entitlements[.module(.projectManagement)].menu
        let view = View(
            action: "/login",
            hint: PageTexts.text("loginHint", in: language),
            accountValue: name,
            remark: remark.map { PageTexts.text($0, in: language) },
            otherLogin: menu == .hidden ? nil : "/projects/login",
            otherLabel: PageTexts.text("toProjectLogin", in: language),
            isLocked: false
        )
        let problem = error.map { self.problem($0, in: language, context) }
        return try self.services.page("login", title: "loginTitle", view, problem: problem, path: "/login", context)
    }

    /// The page of the project login, which is locked if the licenses deny it.
    private func projectLogin(name: String = "", error: PlatformFailure? = nil, _ context: NodeContext) throws
        -> Response
    {
        let language = try context.requireVisit().language
        let decision = self.gate.decision(for: .view(.module(.projectManagement)))
        let view = View(
            action: "/projects/login",
            hint: PageTexts.text("projectLoginHint", in: language),
            accountValue: name,
            remark: nil,
            otherLogin: "/login",
            otherLabel: PageTexts.text("toAdministratorLogin", in: language),
            isLocked: !decision.isAllowed
        )
        var problem = error.map { self.problem($0, in: language, context) }
        if case .denied(let denial) = decision {
            // Members of a project cannot renew a license, so the page says only what the license guide says.
            problem = ProblemView(
                self.services.offset.pageText(of: denial.message, in: language),
                status: denial.status
            )
            problem?.heading = PageTexts.text("projectLoginLocked", in: language)
        }
        return try self.services.page(
            "login",
            title: "projectLoginTitle",
            view,
            problem: problem,
            path: "/projects/login",
            context
        )
    }

    private func problem(_ error: PlatformFailure, in language: LicenseLanguage, _ context: NodeContext) -> ProblemView
    {
        var problem = ProblemView(error, in: language, self.services.offset, context.logger)
        problem.heading = PageTexts.text("loginFailed", in: language)
        return problem
    }
}
