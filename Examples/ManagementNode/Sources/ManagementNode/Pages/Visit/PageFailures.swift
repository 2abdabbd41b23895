import Hummingbird
import Licensing

/// Turns each error of a page into a page with every reason and what to do.
struct PageFailures: RouterMiddleware {
    typealias Context = NodeContext

    let services: PageServices

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            throw error
        } catch {
            let visit = try context.requireVisit()
            var problem = ProblemView(error, in: visit.language, self.services.offset, context.logger)
            if error.isOfStorage, visit.session?.account.isAdministrator != true {
                let text = PageTexts.text("folderFailed", in: visit.language)
                problem = ProblemView(text, status: problem.status)
            }
            var (title, back) = ("notDone", Self.page(of: request.uri.path))
            if let slot = (error as? LicenseDenial)?.capability.slot {
                let name = SlotName.text(of: slot, in: visit.language)
                if request.method == .get {
                    // The page of a module, which the menu blocks or hides.
                    title = name
                    problem.heading = PageTexts.text("closed", in: visit.language)
                    back = "/"
                } else {
                    problem.heading = PageTexts.text("startRefused", name, in: visit.language)
                }
            }
            return try self.services.page(
                "refusal",
                title: title,
                RefusalView(hint: nil, backTo: back),
                problem: problem,
                path: back,
                context
            )
        }
    }

    /// The page that a path of a change belongs to, such as `/hosts` for `/hosts/UUID/delete`.
    private static func page(of path: String) -> String {
        let parts = path.split(separator: "/")
            .prefix(path.hasPrefix("/modules/") || path.hasPrefix("/projects/") ? 2 : 1)
        let page = "/" + parts.joined(separator: "/")
        return page == "/language" || page == "/reminders" || page == "/logout" ? "/" : page
    }
}

/// The content of a page that says only why something was refused.
struct RefusalView {
    let hint: String?
    let backTo: String
}
