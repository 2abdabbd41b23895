import Hummingbird
import LicenseStore
import Licensing
import ZStackLicensing

/// Turns failures of sessions, permissions and license files into answers for clients that are not of the platform: 401, 403 and 422,
/// or 503 if the node itself cannot do it.
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
        let language = request.language(of: .zstack)
        do {
            return try await next(request, context)
        } catch let failure as PlatformFailure {
            let body = Body(error: failure.code.rawValue, message: failure.details[language])
            return try .json(body, status: Self.status(of: failure))
        } catch let error as LicenseStoreError {
            let body = Body(error: error.code.rawValue, message: error.message[language])
            return try .json(body, status: Self.status(of: error))
        }
    }

    private static func status(of error: LicenseStoreError) -> HTTPResponse.Status {
        switch error.code {
        case .notAuthorized: .forbidden
        case .storageFailed, .durabilityUnknown, .locked: .serviceUnavailable
        default: .unprocessableContent
        }
    }

    private static func status(of failure: PlatformFailure) -> HTTPResponse.Status {
        switch failure.code {
        case PlatformFailure.invalidSession.code: .unauthorized
        case PlatformFailure.notPermitted.code: .forbidden
        default: .unprocessableContent
        }
    }
}
