import HTTPTypes
import Hummingbird
import Licensing
import ZStackLicensing

/// Prepares every page: it finds out who visits, in which language, and adds the headers that protect the page.
struct VisitPage: RouterMiddleware {
    typealias Context = NodeContext

    let login: LoginService
    let cookies: PageCookies

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        var (context, head) = (context, request.head)
        let chosen = self.cookies.language(in: request)
            .flatMap { language in
                ProductCatalog.zstack.languages.contains(language) ? language : nil
            }
        if let chosen {
            head.headerFields[.acceptLanguage] = chosen.rawValue
        }
        let request = Request(head: head, body: request.body)
        let known = self.cookies.visitor(in: request)
        let visitor = known ?? Random.uuid()
        context.session = try await self.session(of: request)
        context.visit = PageVisit(
            visitor: visitor,
            session: context.session,
            language: request.language(of: .zstack),
            path: request.uri.path
        )
        var response = try await next(request, context)
        if known == nil {
            response.setCookie(self.cookies.visitor(visitor))
        }
        PageSecurity.protect(&response, isSecure: self.cookies.isSecure)
        return response
    }

    private func session(of request: Request) async throws -> Session? {
        guard let uuid = self.cookies.session(in: request) else {
            return nil
        }
        return try await self.login.currentSession(uuid)
    }
}
