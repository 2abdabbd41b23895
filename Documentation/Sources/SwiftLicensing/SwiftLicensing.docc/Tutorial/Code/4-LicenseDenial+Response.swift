import Hummingbird
import Licensing

/// A denial becomes a response with status 403 and every reason.
extension LicenseDenial: @retroactive HTTPResponseError {
    /// The status of the response, 403.
    public var status: HTTPResponse.Status { .forbidden }

    /// Returns a response with the report of the denial.
    public func response(from request: Request, context: some RequestContext) throws -> Response {
        let answer = EditedResponse(status: status, response: DenialReport(self))
        return try answer.response(from: request, context: context)
    }
}

extension DenialReport: @retroactive ResponseEncodable {}
