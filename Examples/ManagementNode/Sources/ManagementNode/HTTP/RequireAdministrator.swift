import Hummingbird
import Logging

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
        let session = try context.requireSession()
        guard session.account.isAdministrator else {
            context.logger.warning(
                "An account without permission was refused",
                metadata: ["account": "\(session.account.name)", "path": "\(request.uri.path)"]
            )
            throw PlatformFailure.notPermitted
        }
        return try await next(request, context)
    }
}
