import Foundation
import Hummingbird
import Licensing
import Logging
import ZStackLicensing

/// The protocol of the platform's command line: `POST /zstack/api/` with a message, always answered with 200.
///
/// The body is an object whose only member is the name of the message. The answer is an object with the JSON text of a reply.
struct MessageRoute {
    let messages: MessageHandlers

    /// Adds the route to a router.
    func add(to routes: some RouterMethods<NodeContext>) {
        routes.post("zstack/api") { request, context in
            let language = request.language(of: .zstack)
            var reply = "org.zstack.header.message.APIReply"
            let result: String
            do {
                let message = try await Self.message(in: request, context)
                reply = message.replyName
                result = try await self.messages.reply(to: message, context)
            } catch {
                let failure =
                    (error as? HTTPError).map(PlatformFailure.init(ofBody:)) ?? PlatformFailure(error, context.logger)
                result = try MessageReply(reply, failure.response(in: language), isSuccess: false).json()
            }
            return try Response.json(["state": "Done", "result": result])
        }
    }

    private static func message(in request: Request, _ context: NodeContext) async throws -> Message {
        let bytes = try await request.bytes(context, .upload)
        do {
            let messages = try JSONDecoder().decode([String: MessageFields].self, from: Data(bytes))
            if messages.count == 1, let (name, fields) = messages.first, name.utf8.count <= 256 {
                return Message(name: name, fields: fields)
            }
        } catch {
            context.logger.debug("A message cannot be read", metadata: ["error": "\(error)"])
        }
        throw PlatformFailure.invalid(
            "The body must be an object with one message.",
            "请求体必须是仅包含一条消息的对象。"
        )
    }
}

extension PlatformFailure {
    /// The failure of a message whose body did not arrive.
    fileprivate init(ofBody error: HTTPError) {
        switch error.status {
        case .contentTooLarge:
            self = .invalid(
                "The body has more than \(BodyLimits.upload.bytes) bytes.",
                "请求体超过 \(BodyLimits.upload.bytes) 个字节。"
            )
        case .requestTimeout: self = .invalid("The body did not arrive in time.", "请求体未能及时到达。")
        default: self = .invalid("The body is incomplete.", "请求体不完整。")
        }
    }
}
