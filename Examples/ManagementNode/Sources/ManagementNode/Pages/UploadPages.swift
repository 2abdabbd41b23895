import Hummingbird
import LicenseStore
import Licensing
import Logging

/// Uploads of license files: each is checked, shown with what it would change, and installed only after a confirmation.
struct UploadPages {
    let services: PageServices

    /// Returns the license page, with why something was refused.
    let about: @Sendable (NodeContext, ProblemView?) async throws -> Response

    private var folder: LicenseFolder { self.services.licenses.folder }

    /// Adds the forms, for administrators only.
    func add(to routes: some RouterMethods<NodeContext>) {
        routes.post("about/uploads") { _, context in
            try await self.upload(context)
        }
        routes.post("about/uploads/:id/install") { _, context in
            try await self.install(context)
        }
        routes.post("about/uploads/:id/discard") { _, context in
            guard try self.take(context) != nil else {
                return try self.services.done(["uploadGone"], isSuccess: false, then: "/about", context)
            }
            return try self.services.done(["discarded"], then: "/about", context)
        }
    }

    /// Plans the installation of each file, and keeps the plans until they are confirmed.
    private func upload(_ context: NodeContext) async throws -> Response {
        let (session, form) = (try context.requireSession(), try context.requireForm())
        let language = try context.requireVisit().language
        guard !form.files.isEmpty else {
            let problem = ProblemView(PageTexts.text("noFile", in: language), status: .unprocessableContent)
            return try await self.about(context, problem)
        }
        var (reasons, known): ([ProblemView.Reason], [String]) = ([], [])
        var (hasRefusedFile, hasKept) = (false, false)
        for file in form.files {
            do {
                let allowsOlder = form["older"] == "yes"
                let plan = try await self.plan(file.contents, allowsOlder: allowsOlder)
                let upload = PendingUpload(
                    fileName: file.name,
                    contents: file.contents,
                    allowsOlder: allowsOlder,
                    plan: plan,
                    receivedAt: self.services.now
                )
                if plan.added.isEmpty {
                    known.append(
                        PageTexts.text(
                            "pair",
                            file.name,
                            PageTexts.text("alreadyInstalled", in: language),
                            in: language
                        )
                    )
                } else if try await !self.keep(upload, in: session) {
                    reasons.append(Self.reason(file, PageTexts.text("uploadsFull", in: language), in: language))
                } else {
                    hasKept = true
                }
            } catch let error as LicenseStoreError {
                context.logger.notice("An upload was refused", metadata: ["error": "\(error)"])
                hasRefusedFile = hasRefusedFile || error.licenseError != nil
                reasons.append(
                    Self.reason(file, self.services.offset.pageText(of: error.message, in: language), in: language)
                )
            }
        }
        let notice = PageNotice(isSuccess: true, lines: known)
        if !known.isEmpty {
            self.services.memory.notify(notice, in: session, at: self.services.now)
        }
        guard reasons.isEmpty else {
            var problem = ProblemView(reasons, status: .unprocessableContent)
            problem.heading = PageTexts.text(hasKept ? "someRefused" : "uploadRefused", in: language)
            if hasRefusedFile {
                let text = PageTexts.text("chooseAnother", in: language)
                problem.retry = ProblemView.Retry(retryTo: "#load", retryText: text)
            }
            return try await self.about(context, problem)
        }
        return .redirect(to: known.count == form.files.count ? "/about" : "/about#pending")
    }

    /// Installs an upload that this session confirms.
    private func install(_ context: NodeContext) async throws -> Response {
        let session = try context.requireSession()
        guard let upload = try self.take(context) else {
            return try self.services.done(["uploadGone"], isSuccess: false, then: "/about", context)
        }
        do {
            try await self.folder.install(upload.plan, by: LicenseActor(session.account), file: upload.fileName)
        } catch {
            guard let plan = error.plan else {
                // What failed for another reason, such as a full disk, can be confirmed again.
                self.services.memory.putBack(upload, in: session)
                throw error
            }
            self.services.memory.putBack(upload.with(plan), in: session)
            return try self.services.done(["planChanged"], isSuccess: false, then: "/about#pending", context)
        }
        try await self.planAgain(session)
        // The page says at its top that the license is not in effect yet.
        return .redirect(to: "/about#staged")
    }

    /// Plans the other uploads of a session again, since what was installed changes what they would change.
    private func planAgain(_ session: Session) async throws {
        for upload in self.services.memory.uploads(in: session, at: self.services.now) {
            // A file that is refused now keeps its plan. Its confirmation says why.
            if let plan = try? await self.plan(upload.contents, allowsOlder: upload.allowsOlder) {
                self.services.memory.replace(upload.id, with: upload.with(plan), in: session)
            }
        }
    }

    /// Keeps an upload if there is a place for it, also in place of those of sessions that have ended.
    private func keep(_ upload: PendingUpload, in session: Session) async throws -> Bool {
        let (memory, login) = (self.services.memory, self.services.login)
        if memory.add(upload, in: session, at: self.services.now) {
            return true
        }
        try await memory.forgetSessions { try await login.currentSession($0) != nil }
        return memory.add(upload, in: session, at: self.services.now)
    }

    private func plan(_ contents: [UInt8], allowsOlder: Bool) async throws -> LicensePlan {
        try await self.folder.plan(
            installing: contents,
            allowsOlder: allowsOlder,
            given: try await self.services.licenses.hosts.usage()
        )
    }

    private func take(_ context: NodeContext) throws -> PendingUpload? {
        self.services.memory.take(
            try context.parameters.require("id"),
            in: try context.requireSession(),
            at: self.services.now
        )
    }

    private static func reason(
        _ file: PageForm.File,
        _ message: String,
        in language: LicenseLanguage
    ) -> ProblemView.Reason {
        ProblemView.Reason(message: PageTexts.text("pair", file.name, message, in: language), remedy: nil)
    }
}
