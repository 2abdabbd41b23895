import Foundation
import Hummingbird
import Licensing

extension Response {
    /// Creates a response with a value as JSON.
    ///
    /// The library's texts are in one language if it is given, and otherwise in all languages.
    static func json(
        _ value: some Encodable,
        status: HTTPResponse.Status = .ok,
        in language: LicenseLanguage? = nil
    ) throws -> Response {
        let encoder = JSONEncoder()
        encoder.userInfo[.licenseLanguage] = language
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(value)))
        )
    }

    /// Creates a response with plain text.
    static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
