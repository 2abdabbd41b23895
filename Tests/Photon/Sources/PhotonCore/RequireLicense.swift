import Hummingbird
import Licensing

/// Lets requests pass to a group of routes while the licenses allow what the group does.
struct RequireLicense<Context: RequestContext>: RouterMiddleware {
    let check: LicenseCheck

    typealias Next = (Request, Context) async throws -> Response

    func handle(_ request: Request, context: Context, next: Next) async throws -> Response {
        try self.check.require()
        return try await next(request, context)
    }
}
