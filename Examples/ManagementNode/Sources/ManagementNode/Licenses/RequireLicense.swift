import Hummingbird
import Licensing

/// Passes requests only if the licenses allow a capability, and otherwise throws a `LicenseDenial`.
///
/// Make the check once, when you build the routes:
///
/// ```swift
/// router.group("backup-jobs").requiring(gate, .operate(.module("backup"))).post { … }
/// ```
struct RequireLicense<Context: RequestContext>: RouterMiddleware {
    let check: LicenseCheck

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        try self.check.require()
        return try await next(request, context)
    }
}

extension RouterMethods {
    /// Returns a group of routes that the licenses must allow.
    func requiring(_ gate: LicenseGate, _ capability: LicenseCapability) -> RouterGroup<Context> {
        self.group().add(middleware: RequireLicense(check: gate.makeCheck(for: capability)))
    }
}
