/// The fields of a message.
///
/// A message reads those that it uses, and ignores all others, whatever they are.
struct MessageFields: Decodable, Sendable {
    private enum Value: Decodable {
        case text(String)
        case texts([String])
        case session(uuid: String)
        case null
        case other

        private struct Session: Decodable {
            let uuid: String
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let texts = try? container.decode([String].self) {
                self = .texts(texts)
            } else if let session = try? container.decode(Session.self) {
                self = .session(uuid: session.uuid)
            } else {
                self = .other
            }
        }
    }

    private let values: [String: Value]

    init(from decoder: any Decoder) throws {
        self.values = try decoder.singleValueContainer().decode([String: Value].self)
    }

    /// The UUID of the session that the client presents, or an empty text, which is no session.
    var session: String {
        guard case .session(let uuid) = self.values["session"] else {
            return ""
        }
        return uuid
    }

    /// Returns a text.
    ///
    /// - Throws: `PlatformFailure` if the field is missing, empty or not a text.
    func text(_ name: String) throws(PlatformFailure) -> String {
        switch self.values[name] ?? .null {
        case .text(let text) where !text.isEmpty: return text
        case .text, .null: throw .invalid("The field '\(name)' is missing.", "缺少字段“\(name)”。")
        default: throw .invalid("The field '\(name)' must be a text.", "字段“\(name)”必须是文本。")
        }
    }

    /// Returns a list of texts, or `nil` if the field is missing.
    ///
    /// - Throws: `PlatformFailure` if the field is not such a list.
    func texts(_ name: String) throws(PlatformFailure) -> [String]? {
        switch self.values[name] ?? .null {
        case .texts(let texts): return texts
        case .null: return nil
        default: throw .invalid("The field '\(name)' must be a list of texts.", "字段“\(name)”必须是文本列表。")
        }
    }
}
