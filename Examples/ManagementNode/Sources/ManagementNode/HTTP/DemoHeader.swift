import HTTPTypes
import Hummingbird

/// Marks every answer of a node that takes licenses of the test environment.
struct DemoHeader: RouterMiddleware {
    typealias Context = NodeContext

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.demo] = "true"
        return response
    }
}

extension HTTPField.Name {
    /// The header of answers by a node that takes licenses of the test environment.
    static let demo = HTTPField.Name.of("X-Demo")
}
