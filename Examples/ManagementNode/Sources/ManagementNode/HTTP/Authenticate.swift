import HTTPTypes
import Hummingbird

/// Requires a session, which the client presents as `Authorization: OAuth UUID`.
struct Authenticate: RouterMiddleware {
    typealias Context = NodeContext

    let login: LoginService

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.session = try await self.login.session(Self.uuid(in: request))
        return try await next(request, context)
    }

    /// Returns the UUID that a request presents.
    ///
    /// - Throws: `HTTPError` 400 if the header is missing or is not of the platform's form.
    private static func uuid(in request: Request) throws -> String {
        let values = request.headers[values: .authorization]
        guard let value = values.first, values.count == 1 else {
            throw HTTPError(
                .badRequest,
                message: "The request must have one header 'Authorization: OAuth SESSION-UUID'."
            )
        }
        let parts = value.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0] == "OAuth" else {
            throw HTTPError(.badRequest, message: "The header 'Authorization' must be 'OAuth SESSION-UUID'.")
        }
        return String(parts[1])
    }
}

extension NodeContext {
    /// The session of a request on a route that ``Authenticate`` protects.
    ///
    /// - Throws: `PlatformFailure` if the route lacks that middleware, so that a mistake refuses every request.
    func requireSession() throws(PlatformFailure) -> Session {
        guard let session = self.session else {
            throw .invalidSession
        }
        return session
    }
}
