import Foundation

/// A reply to a message: an object whose only member is the name of the reply, with the content and the member `success`.
struct MessageReply<Content: Encodable>: Encodable {
    private let name: String
    private let content: Content
    private let isSuccess: Bool

    init(_ name: String, _ content: Content, isSuccess: Bool = true) {
        (self.name, self.content, self.isSuccess) = (name, content, isSuccess)
    }

    /// Returns the reply as JSON text.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: MemberName.self)
        try container.encode(Body(content: self.content, isSuccess: self.isSuccess), forKey: MemberName(self.name))
    }

    private struct Body: Encodable {
        let content: Content
        let isSuccess: Bool

        func encode(to encoder: any Encoder) throws {
            try self.content.encode(to: encoder)
            var container = encoder.container(keyedBy: MemberName.self)
            try container.encode(self.isSuccess, forKey: MemberName("success"))
        }
    }
}
