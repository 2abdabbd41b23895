public import Hummingbird
public import Licensing

/// Answers a request that the licenses do not allow with status 402, and with every reason in the client's language.
///
/// 402 tells clients that a license is missing. 403 is for accounts that do not have a permission.
extension LicenseDenial: @retroactive HTTPResponseError {
    /// The status of the response, 402.
    public var status: HTTPResponse.Status { HTTPResponse.Status(code: 402, reasonPhrase: "Payment Required") }

    /// Returns a response with a `DenialReport`.
    public func response(from request: Request, context: some RequestContext) throws -> Response {
        DenialMetrics.count(self)
        return try .json(DenialReport(self), status: self.status, in: request.language(of: self.catalog))
    }
}
