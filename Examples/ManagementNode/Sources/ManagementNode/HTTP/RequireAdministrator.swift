import Hummingbird

/// Passes only administrators.
///
/// It follows ``Authenticate``.
struct RequireAdministrator: RouterMiddleware {
    typealias Context = NodeContext

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        try context.requireSession().requireAdministrator(for: "\(request.method) \(request.uri.path)", context.logger)
        return try await next(request, context)
    }
}
