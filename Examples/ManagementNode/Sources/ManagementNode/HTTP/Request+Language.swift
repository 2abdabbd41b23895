import Hummingbird
import Licensing

extension Request {
    /// Returns the language of the catalog that the client prefers.
    func language(of catalog: ProductCatalog) -> LicenseLanguage {
        LicenseLanguage(acceptLanguage: self.headers[.acceptLanguage], from: catalog.languages)
    }
}

/// Answers clients that ask for no language that the node has in the language of the node.
struct DefaultLanguage: RouterMiddleware {
    typealias Context = NodeContext

    let language: LicenseLanguage

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        // The least weight, so that it counts only if no other language does.
        let preferred = [request.headers[.acceptLanguage], "\(self.language);q=0.001"].compactMap(\.self)
        var head = request.head
        head.headerFields[.acceptLanguage] = preferred.joined(separator: ", ")
        return try await next(Request(head: head, body: request.body), context)
    }
}
