import Hummingbird

/// Leads people without a session to the login.
struct RequirePageSession: RouterMiddleware {
    typealias Context = NodeContext

    let cookies: PageCookies

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        guard context.session != nil else {
            // The login says so if there was a session.
            return .redirect(to: self.cookies.session(in: request) == nil ? "/login" : "/login?ended=1")
        }
        return try await next(request, context)
    }
}
