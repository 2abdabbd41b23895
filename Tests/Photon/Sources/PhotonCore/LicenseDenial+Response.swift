import Hummingbird
import Licensing

/// Responds to requests that the licenses do not allow with status 403 and every reason.
extension LicenseDenial: @retroactive HTTPResponseError {
    /// The status of the response, 403.
    public var status: HTTPResponse.Status { .forbidden }

    /// Returns a response with the report of the denial.
    public func response(from request: Request, context: some RequestContext) throws -> Response {
        try DenialReport(self).json(self.status, to: request, context)
    }
}
