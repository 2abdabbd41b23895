import Hummingbird
import Licensing

extension Request {
    /// Returns the language of the catalog that the client prefers.
    func language(of catalog: ProductCatalog) -> LicenseLanguage {
        LicenseLanguage(acceptLanguage: self.headers[.acceptLanguage], from: catalog.languages)
    }
}

/// Answers clients that ask for no language in the language of the node.
struct DefaultLanguage: RouterMiddleware {
    typealias Context = NodeContext

    let language: LicenseLanguage

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        guard request.headers[.acceptLanguage] == nil else {
            return try await next(request, context)
        }
        var head = request.head
        head.headerFields[.acceptLanguage] = self.language.rawValue
        return try await next(Request(head: head, body: request.body), context)
    }
}
