import Hummingbird

extension Encodable {
    /// Returns a response with the value as JSON.
    func json(_ status: HTTPResponse.Status, to request: Request, _ context: some RequestContext) throws -> Response {
        var response = try context.responseEncoder.encode(self, from: request, context: context)
        response.status = status
        return response
    }
}
