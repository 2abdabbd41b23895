import HTTPTypes
import Hummingbird

/// The headers that protect a page in the browser.
enum PageSecurity {
    /// No script at all, styles and pictures of the node only, forms to the node only, and no frame around the page.
    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    /// Adds the headers to a response.
    static func protect(_ response: inout Response, isSecure: Bool) {
        response.headers[.of("Content-Security-Policy")] = self.policy
        response.headers[.of("X-Content-Type-Options")] = "nosniff"
        response.headers[.of("X-Frame-Options")] = "DENY"
        response.headers[.of("Referrer-Policy")] = "same-origin"
        response.headers[.of("Cross-Origin-Opener-Policy")] = "same-origin"
        response.headers[.of("Cross-Origin-Resource-Policy")] = "same-origin"
        if response.headers[.cacheControl] == nil {
            // After a logout, the button to go back must not show the pages of the session.
            response.headers[.cacheControl] = "no-store"
        }
        if isSecure {
            response.headers[.of("Strict-Transport-Security")] = "max-age=31536000"
        }
    }
}
