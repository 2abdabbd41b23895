import Licensing

/// What the node knows about the person who asks for a page.
struct PageVisit: Sendable {
    /// The secret of the browser, which it presents in a cookie, with or without a session.
    let visitor: String

    /// The session of the browser, or `nil` before a login and after the session has ended.
    let session: Session?

    /// The language of the pages: the one that was chosen, or else the one that the browser prefers.
    let language: LicenseLanguage

    /// The path of the request, to which a change of the language leads back.
    let path: String

    /// The text that every form of a page must send back.
    var token: FormToken { FormToken(visitor: self.visitor, session: self.session?.uuid) }
}

extension NodeContext {
    /// The visit of a request on a route that ``VisitPage`` prepares.
    ///
    /// - Throws: `PlatformFailure` if the route lacks that middleware, so that a mistake refuses every request.
    func requireVisit() throws(PlatformFailure) -> PageVisit {
        guard let visit = self.visit else {
            throw .invalidSession
        }
        return visit
    }
}
