import HTTPTypes
import Hummingbird
import LicenseStore
import Licensing
import Logging
import ZStackLicensing

/// The license page: what holds now, what comes next, and what an administrator can do about it.
///
/// No license state prevents any of it.
struct AboutPages {
    let services: PageServices

    private var licenses: LicenseService { self.services.licenses }

    /// Adds the pages that every session can see.
    func add(to routes: some RouterMethods<NodeContext>) {
        routes.get("about") { _, context in
            try await self.page(context)
        }
        routes.get("about/application-code") { _, _ in
            var response = Response.text(try await self.licenses.folder.licenseRequest())
            response.headers[.contentDisposition] = #"attachment; filename="lic-application-code.txt""#
            return response
        }
    }

    /// Adds what only administrators can see.
    func addAdministrative(to routes: some RouterMethods<NodeContext>) {
        routes.get("about/licenses/:uuid/delete") { _, context in
            try await self.deletion(context)
        }
        routes.get("about/history") { _, context in
            let language = try context.requireVisit().language
            let entries = try await self.licenses.folder.history()
            let view = HistoryView(entries, in: language, self.services.offset)
            return try self.services.page("history", title: "historyTitle", view, context)
        }
    }

    /// Adds the changes of licenses, which only administrators can make.
    func addChanges(to routes: some RouterMethods<NodeContext>) {
        UploadPages(services: self.services, about: self.page).add(to: routes)
        routes.post("about/reload") { _, context in
            try await self.licenses.reload(by: LicenseActor(try context.requireSession().account))
            return try self.services.done(["reloaded"], then: "/about", context)
        }
        routes.post("about/licenses/:uuid/delete") { _, context in
            try await self.licenses.delete(
                try context.parameters.require("uuid"),
                by: try context.requireSession()
            )
            return try self.services.done(["deleted"], then: "/about", context)
        }
    }

    /// Returns the license page.
    func page(_ context: NodeContext, problem: ProblemView? = nil) async throws -> Response {
        let session = try context.requireSession()
        let visit = try context.requireVisit()
        let usage = try await self.licenses.hosts.usage()
        let entitlements = self.licenses.gate.entitlements
        let contents = await self.contents(context)
        let facts = AboutView.Facts(
            report: self.licenses.gate.report(given: usage),
            explanation: self.licenses.gate.explanation(given: usage),
            isCommunity: entitlements.communityGrant != nil,
            folder: contents,
            slotsAfterReload: Self.slotsAfterReload(contents.licenses ?? [], entitlements),
            uploads: self.services.memory.uploads(in: session, at: self.services.now),
            // A year after the end of everything, at least a year from now.
            timeline: entitlements.timeline(from: entitlements.instant, to: .latest),
            isAdministrator: session.account.isAdministrator
        )
        let view = AboutView(facts, in: visit.language, self.services.offset)
        return try self.services.page("about", title: "aboutTitle", view, problem: problem, path: "/about", context)
    }

    /// Reads what the page shows of the folder.
    ///
    /// What the licenses allow is in the gate, so the page has it also while the disk fails.
    private func contents(_ context: NodeContext) async -> AboutView.Folder {
        let folder = self.licenses.folder
        var contents = AboutView.Folder(findings: folder.findings)
        do throws(LicenseStoreError) {
            // This fails if the folder has vanished or is not mounted. A list would then say that its files were removed.
            contents.applicationCode = try await folder.licenseRequest()
            contents.licenses = try await folder.list()
        } catch {
            context.logger.error("The license folder cannot be read", metadata: ["error": "\(error)"])
            contents.error = error
        }
        return contents
    }

    /// Returns the slots whose own reasons would be gone after a reload of the installed licenses.
    private static func slotsAfterReload(_ stored: [StoredLicense], _ now: Entitlements) -> Set<LicenseSlot> {
        let next = now.adding(stored.filter { !$0.isActive }.map(\.license))
        func isBlocked(_ slot: LicenseSlot, _ entitlements: Entitlements) -> Bool {
            guard case .denied(let denial) = entitlements.decision(for: .operate(slot)) else {
                return false
            }
            return denial.reasons.contains { $0.slot == slot }
        }
        let slots = [.base] + stored.flatMap(\.license.modules).map(LicenseSlot.module)
        return Set(slots.filter { isBlocked($0, now) && !isBlocked($0, next) })
    }

    /// Returns the page that asks before a license is deleted, and says what that would change.
    private func deletion(_ context: NodeContext) async throws -> Response {
        let uuid = try context.parameters.require("uuid")
        let language = try context.requireVisit().language
        let stored = try await self.licenses.folder.list()
        guard let license = stored.map(\.license).first(where: { $0.platformUUID == uuid }) else {
            throw PlatformFailure.notFound(uuid)
        }
        let usage = try await self.licenses.hosts.usage()
        let offset = self.services.offset
        let entitlements = self.licenses.gate.entitlements
        let preview = entitlements.preview(removing: [license], given: usage)
        let isLastBase = entitlements.base.license != nil && entitlements.removing([license]).base.license == nil
        let text = ChangeText(language: language, offset: offset)
        let view = ConfirmView(
            [
                FactView(term: PageTexts.text("license", in: language), value: license.id.rawValue),
                FactView(
                    term: PageTexts.text("appliesTo", in: language),
                    value: LicenseText.subject(of: license, in: language)
                ),
                FactView(term: PageTexts.text("licensee", in: language), value: license.licensee.description),
                FactView(term: PageTexts.text("starts", in: language), value: offset.pageText(of: license.notBefore)),
                FactView(
                    term: PageTexts.text("expires", in: language),
                    value: license.expiresAt.map(offset.pageText) ?? PageTexts.text("never", in: language)
                ),
            ],
            hint: PageTexts.text("deleteHint", in: language),
            warnings: preview.warnings.map { offset.pageText(of: $0.message, in: language) }
                + text.earlierEnds(preview)
                + (isLastBase ? [PageTexts.text("deleteToCommunity", in: language)] : []),
            changes: text.lines(preview.changes),
            action: "/about/licenses/\(uuid)/delete",
            yes: PageTexts.text("deleteYes", license.id.rawValue, in: language),
            cancelTo: "/about"
        )
        return try self.services.page(
            "confirm",
            title: PageTexts.text("deleteTitle", license.id.rawValue, in: language),
            view,
            path: "/about/licenses/\(uuid)/delete",
            context
        )
    }
}
