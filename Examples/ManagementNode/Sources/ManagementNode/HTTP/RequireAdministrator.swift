import Hummingbird
import Logging

/// Passes only administrators.
///
/// It follows ``Authenticate``.
struct RequireAdministrator: RouterMiddleware {
    typealias Context = NodeContext

    /// Called with the account that is refused.
    var onRefusal: @Sendable (Account) async -> Void = { _ in }

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        let session = try context.requireSession()
        guard session.account.isAdministrator else {
            context.logRefusal(of: session.account, request.uri.path)
            await self.onRefusal(session.account)
            throw PlatformFailure.notPermitted
        }
        return try await next(request, context)
    }
}

extension NodeContext {
    /// Writes to the log that an account was refused something that only administrators can do.
    func logRefusal(of account: Account, _ operation: String) {
        self.logger.warning(
            "An account without permission was refused",
            metadata: ["account": "\(LogText.shown(account.name))", "operation": "\(LogText.shown(operation))"]
        )
    }
}
