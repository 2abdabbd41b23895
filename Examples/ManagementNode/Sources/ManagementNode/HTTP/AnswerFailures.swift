import Hummingbird
import Licensing
import Logging

/// Turns each error that no other middleware answers into a response, so that no error escapes and no answer shows an internal text.
struct AnswerFailures: RouterMiddleware {
    typealias Context = NodeContext

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError {
            var response = Response.text(error.body ?? error.status.reasonPhrase, status: error.status)
            response.headers.append(contentsOf: error.headers)
            response.headers[.of("X-Content-Type-Options")] = "nosniff"
            return response
        } catch let error as any HTTPResponseError {
            return try error.response(from: request, context: context)
        } catch {
            context.logger.error("A request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            return .text("An internal error occurred.", status: .internalServerError)
        }
    }
}
