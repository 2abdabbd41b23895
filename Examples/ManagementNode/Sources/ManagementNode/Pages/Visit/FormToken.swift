/// The text that proves that a form was sent from a page of the node, and not from another site.
///
/// It is derived from the secrets of the browser and of the session. Another site knows neither, and cannot read the page. A page
/// that was open before a login or logout has the token of the time before, which is then refused.
struct FormToken: Sendable, Equatable {
    /// The name of the field that every form has.
    static let fieldName = "token"

    /// 64 hexadecimal digits, which do not reveal the secrets.
    let text: String

    init(visitor: String, session: String?) {
        self.text = Hex.text(Digest.sha256("form:\(visitor):\(session ?? "")"))
    }

    /// Returns whether a text is the token.
    ///
    /// Digests are compared, so that the time that it takes says nothing about the token.
    func matches(_ text: String?) -> Bool {
        guard let text else {
            return false
        }
        return Digest.sha256(text) == Digest.sha256(self.text)
    }
}
