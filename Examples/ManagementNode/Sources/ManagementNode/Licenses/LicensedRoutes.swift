import Hummingbird
import Licensing

/// Routes that pass requests only if the licenses allow a capability, and otherwise throw a `LicenseDenial`.
///
/// The check is a part of each route. A middleware would do the same, but calling one costs twenty times as much as the check.
private struct LicensedRoutes<Context: RequestContext>: RouterMethods {
    /// A route with the check.
    private struct LicensedResponder<Responder: HTTPResponder>: HTTPResponder {
        let check: LicenseCheck
        let responder: Responder

        func respond(to request: Request, context: Responder.Context) async throws -> Response {
            try self.check.require()
            return try await self.responder.respond(to: request, context: context)
        }
    }

    let check: LicenseCheck
    let routes: any RouterMethods<Context>

    func on<Responder: HTTPResponder>(_ path: RouterPath, method: HTTPRequest.Method, responder: Responder) -> Self
    where Responder.Context == Context {
        self.routes.on(path, method: method, responder: LicensedResponder(check: self.check, responder: responder))
        return self
    }

    func add(middleware: any MiddlewareProtocol<Request, Response, Context>) -> Self {
        LicensedRoutes(check: self.check, routes: self.routes.group().add(middleware: middleware))
    }
}

extension RouterMethods {
    /// Returns a group of routes that the licenses must allow.
    ///
    /// The check is made once, when you build the routes. A request asks it before anything that you add to the group:
    ///
    /// ```swift
    /// router.group("backup-jobs").requiring(gate, .operate(.module("backup"))).post { … }
    /// ```
    func requiring(_ gate: LicenseGate, _ capability: LicenseCapability) -> RouterGroup<Context> {
        LicensedRoutes(check: gate.makeCheck(for: capability), routes: self).group()
    }
}
