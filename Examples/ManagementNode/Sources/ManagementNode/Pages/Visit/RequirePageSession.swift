import Hummingbird

/// Leads people without a session to the login.
struct RequirePageSession: RouterMiddleware {
    typealias Context = NodeContext

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        guard context.session != nil else {
            return .redirect(to: "/login?ended=1")
        }
        return try await next(request, context)
    }
}
