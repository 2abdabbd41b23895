import HTTPTypes
import Hummingbird
import Logging

/// Refuses every change that a page of the node did not send.
///
/// It guards all routes of the pages at once, so that no handler can forget it. Handlers find the form in the context.
struct RequireFormToken: RouterMiddleware {
    typealias Context = NodeContext

    func handle(
        _ request: Request,
        context: NodeContext,
        next: (Request, NodeContext) async throws -> Response
    ) async throws -> Response {
        guard request.method != .get, request.method != .head else {
            return try await next(request, context)
        }
        var context = context
        // Browsers say where a request comes from. Only those that do not say so depend on the token alone.
        let site = request.headers[.of("Sec-Fetch-Site")]
        guard site == nil || site == "same-origin" else {
            throw Self.refusal(context)
        }
        // Over plain HTTP, they say only the origin.
        guard site != nil || Self.isOwnOrigin(of: request) else {
            throw Self.refusal(context)
        }
        let form = try await PageForm(request, context)
        guard try context.requireVisit().token.matches(form.fields[FormToken.fieldName]) else {
            throw Self.refusal(context)
        }
        context.form = form
        return try await next(request, context)
    }

    /// Returns whether the header `Origin` is missing or names the host of the request.
    private static func isOwnOrigin(of request: Request) -> Bool {
        guard let origin = request.headers[.origin] else {
            return true
        }
        let parts = origin.lowercased().split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1] == request.head.authority?.lowercased() ?? ""
    }

    private static func refusal(_ context: NodeContext) -> PlatformFailure {
        context.logger.warning("A form of another site or of an old page was refused")
        return .invalidForm
    }
}

extension PlatformFailure {
    /// The form is not of a page that the node showed to this session.
    static var invalidForm: PlatformFailure {
        PlatformFailure(
            "SYS.1008",
            "The form is invalid.",
            "Nothing was changed: the page was not current any more, or the form came from another site. Open the page again and repeat the change.",
            "未做任何更改：页面已失效，或表单来自其他站点。请重新打开页面后再操作。"
        )
    }
}
