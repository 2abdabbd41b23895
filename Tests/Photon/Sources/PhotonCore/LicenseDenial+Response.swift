import Hummingbird
import Licensing

/// What licenses do not allow is answered with 403 and every reason.
extension LicenseDenial: @retroactive HTTPResponseError {
    /// 403.
    public var status: HTTPResponse.Status { .forbidden }

    /// Answers with the report of the denial.
    public func response(from request: Request, context: some RequestContext) throws -> Response {
        try DenialReport(self).json(self.status, to: request, context)
    }
}
