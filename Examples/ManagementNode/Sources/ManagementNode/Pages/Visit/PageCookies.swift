import Hummingbird
import Licensing

/// The cookies of the pages.
///
/// Scripts cannot read them (`HttpOnly`). With `SameSite=Lax`, another site can link to a page, such as a message that leads to the
/// license page, but the browser sends no cookie with a form of another site. `Strict` would show a person who follows such a link the
/// login, although a session exists.
struct PageCookies: Sendable {
    /// Whether people reach the node by HTTPS.
    ///
    /// The cookies are then `Secure`, and their names have the prefix `__Host-`, so that no other host can set them (RFC 6265bis).
    let isSecure: Bool

    /// Returns the secret of the browser that a request presents, or `nil` without one.
    func visitor(in request: Request) -> String? {
        self.value("visitor", in: request).flatMap { Hex.isValid($0, digits: 32) ? $0 : nil }
    }

    /// Returns the UUID of the session that a request presents, or `nil` without one.
    func session(in request: Request) -> String? {
        self.value("session", in: request).flatMap { Hex.isValid($0, digits: 32) ? $0 : nil }
    }

    /// Returns the language that was chosen in the browser, or `nil` if none was.
    func language(in request: Request) -> LicenseLanguage? {
        self.value("language", in: request).flatMap(LicenseLanguage.init(rawValue:))
    }

    /// The cookie with the secret of the browser, which lasts until the browser is closed.
    func visitor(_ secret: String) -> Cookie { self.cookie("visitor", secret) }

    /// The cookie with the UUID of a session, which lasts until the browser is closed.
    func session(_ uuid: String) -> Cookie { self.cookie("session", uuid) }

    /// The cookie that removes the session from the browser.
    var noSession: Cookie { self.cookie("session", "", maxAge: 0) }

    /// The cookie with the chosen language, which lasts a year.
    func language(_ language: LicenseLanguage) -> Cookie {
        self.cookie("language", language.rawValue, maxAge: 31_536_000)
    }

    private func name(_ name: String) -> String { self.isSecure ? "__Host-\(name)" : name }

    private func value(_ name: String, in request: Request) -> String? {
        request.cookies[self.name(name)]?.value
    }

    private func cookie(_ name: String, _ value: String, maxAge: Int? = nil) -> Cookie {
        Cookie(
            name: self.name(name),
            value: value,
            maxAge: maxAge,
            path: "/",
            secure: self.isSecure,
            httpOnly: true,
            sameSite: .lax
        )
    }
}
