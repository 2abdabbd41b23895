import HTTPTypes
import Hummingbird
import LicenseStore
import Licensing
import Logging
import ZStackLicensing

/// Turns errors into the answers that the platform's REST clients understand: status 503 with exactly one member, `error`.
///
/// With 200, the Java clients see no error, and beside a member `success`, the Go client drops the code.
struct PlatformFailures: RouterMiddleware {
    typealias Context = NodeContext

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError {
            // A request that is no call of the API has a plain text as the answer.
            throw error
        } catch {
            let failure = PlatformFailure(error, context.logger)
            let body = failure.response(in: request.language(of: .zstack))
            var response = try Response.json(body, status: .serviceUnavailable)
            response.headers[.retryAfter] = failure.retryAfter.map(String.init)
            return response
        }
    }
}

extension PlatformFailure {
    /// The failure of a call that ended with any error.
    ///
    /// An unexpected one is logged, and the client does not see its text.
    init(_ error: any Error, _ logger: Logger) {
        switch error {
        case let error as PlatformFailure:
            self = error
        case let error as LicenseDenial:
            DenialMetrics.count(error)
            self.init(error)
        case let error as LicenseStoreError:
            logger.notice("A change of the licenses was refused", metadata: ["error": "\(error)"])
            self.init(error)
        default:
            logger.error("A call failed", metadata: ["error": "\(error)"])
            self = .internalError
        }
    }
}
