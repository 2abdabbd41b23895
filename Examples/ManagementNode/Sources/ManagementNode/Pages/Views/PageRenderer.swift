import Hummingbird
import Mustache

/// Renders pages with the templates, which are parsed once.
///
/// Templates show every value with two braces, so that Mustache escapes it for HTML. A test makes sure of it.
struct PageRenderer: Sendable {
    private let library: MustacheLibrary

    /// Parses all templates.
    ///
    /// - Throws: An error of the parser if a template is wrong.
    init() throws {
        var library = MustacheLibrary()
        for (name, text) in PageTemplate.all {
            try library.register(text, named: name)
        }
        self.library = library
    }

    /// Returns a response with a page.
    func response(_ template: String, _ page: PageView, status: HTTPResponse.Status = .ok) -> Response {
        guard let html = self.library.render(page, withTemplate: template) else {
            preconditionFailure("There is no template '\(template)'")
        }
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html))
        )
    }
}
