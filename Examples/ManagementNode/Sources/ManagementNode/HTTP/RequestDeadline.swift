import NIOCore
import NIOHTTPTypes

/// Closes the connection of a client that does not send a whole request in time, whatever the route.
///
/// Routes that read a body have limits of their own, and say which one was exceeded: ``BodyLimits``. The other routes read no
/// body, and without this handler a client could send them one that never ends.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// For how long a new connection may have no request.
    private static let first = TimeAmount.seconds(20)

    /// For how long a request may arrive: a second longer than a route waits, so that the route can answer.
    private static let request = TimeAmount.seconds(21)

    /// For how long a connection may have no further request.
    private static let next = TimeAmount.seconds(60)

    /// The most bytes of a body: twice those of an upload, so that a route can answer that its limit is exceeded.
    private static let bodySize = 2 * BodyLimits.upload.bytes

    private var deadline: Scheduled<Void>?
    private var isReading = false
    private var size = 0

    func handlerAdded(context: ChannelHandlerContext) {
        self.close(context, in: Self.first)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.deadline?.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.deadline?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // The rest of a body that is too large is dropped until the connection closes.
        guard self.size <= Self.bodySize else {
            return
        }
        switch self.unwrapInboundIn(data) {
        case .head:
            self.isReading = true
            self.size = 0
            self.close(context, in: Self.request)
        case .body(let part):
            self.size += part.readableBytes
            if self.size > Self.bodySize {
                self.close(context, in: .seconds(1))
            }
        case .end:
            self.isReading = false
            self.deadline?.cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // An answer before the end of the request leaves the client the rest of its time.
        if case .end = self.unwrapOutboundIn(data), !self.isReading {
            self.close(context, in: Self.next)
        }
        context.write(data, promise: promise)
    }

    private func close(_ context: ChannelHandlerContext, in time: TimeAmount) {
        self.deadline?.cancel()
        let channel = context.channel
        self.deadline = context.eventLoop.scheduleTask(in: time) {
            channel.close(promise: nil)
        }
    }
}
