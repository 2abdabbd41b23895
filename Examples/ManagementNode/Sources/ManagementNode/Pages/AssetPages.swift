import HTTPTypes
import Hummingbird

/// The style sheet and the icon, which need no session.
struct AssetPages {
    /// Whether people reach the node by HTTPS.
    let isSecure: Bool

    private static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#14304d"/>\
        <path d="M8 21a5 5 0 0 1 1-10 7 7 0 0 1 13 2 4 4 0 0 1 1 8z" fill="#fff"/></svg>
        """

    /// Adds the files.
    ///
    /// Their answers have no cookie, since a cache can give them to others.
    func add(to routes: some RouterMethods<NodeContext>) {
        routes.get("assets/style.css") { _, _ in self.file(StyleSheet.text, "text/css; charset=utf-8") }
        routes.get("assets/icon.svg") { _, _ in self.file(Self.icon, "image/svg+xml") }
    }

    private func file(_ text: String, _ type: String) -> Response {
        var response = Response(
            status: .ok,
            headers: [.contentType: type, .cacheControl: "max-age=300"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
        PageSecurity.protect(&response, isSecure: self.isSecure)
        return response
    }
}
