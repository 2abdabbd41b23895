import Hummingbird
import Licensing

/// Passes requests to a group of routes only if the licenses allow its capability.
struct RequireLicense<Context: RequestContext>: RouterMiddleware {
    let check: LicenseCheck

    typealias Next = (Request, Context) async throws -> Response

    func handle(_ request: Request, context: Context, next: Next) async throws -> Response {
        try self.check.require()
        return try await next(request, context)
    }
}
