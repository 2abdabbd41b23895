import Hummingbird
import Licensing
import ZStackLicensing

/// The choice of the language, which a cookie keeps.
struct LanguagePage {
    let cookies: PageCookies

    /// Adds the form, which needs no session.
    func add(to routes: some RouterMethods<NodeContext>) {
        routes.post("language") { _, context in
            let form = try context.requireForm()
            guard let language = LicenseLanguage(rawValue: form["to"]),
                ProductCatalog.zstack.languages.contains(language)
            else {
                throw HTTPError(.badRequest)
            }
            var response = Response.redirect(to: Self.localPath(form["back"]))
            response.setCookie(self.cookies.language(language))
            return response
        }
    }

    /// Returns a path of this node, so that no form can lead to another site.
    static func localPath(_ path: String) -> String {
        let bytes = Array(path.utf8)
        // Browsers read `//host` and `/\host` as addresses of another host.
        let isLocal =
            bytes.first == UInt8(ascii: "/") && bytes.count < 256
            && !bytes.dropFirst().prefix(1).contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
            && bytes.allSatisfy { 33...126 ~= $0 && $0 != UInt8(ascii: "\\") }
        return isLocal ? path : "/"
    }
}
