import Hummingbird
import Licensing
import ZStackLicensing

/// Turns failures of sessions and permissions into answers for clients that are not of the platform: 401 and 403.
struct APIFailures: RouterMiddleware {
    typealias Context = NodeContext

    private struct Body: Encodable {
        let error: String
        let message: String
    }

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let failure as PlatformFailure {
            let status: HTTPResponse.Status =
                switch failure.code {
                case PlatformFailure.invalidSession.code: .unauthorized
                case PlatformFailure.notPermitted.code: .forbidden
                default: .unprocessableContent
                }
            let body = Body(error: failure.code.rawValue, message: failure.details[request.language(of: .zstack)])
            return try .json(body, status: status)
        }
    }
}
