import Hummingbird
import NIOCore

/// The context of a request.
struct NodeContext: RequestContext {
    var coreContext: CoreRequestContextStorage

    /// The session that the client presented, or `nil` on routes that need none.
    var session: Session?

    /// The visit of a page, or `nil` on other routes.
    var visit: PageVisit?

    /// The form that a page sent, or `nil` on other routes.
    var form: PageForm?

    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        self.coreContext = CoreRequestContextStorage(source: source)
        self.channel = source.channel
    }

    /// The IP address of the client, or of the proxy in front of the node.
    var clientAddress: String {
        self.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    /// Closes the connection soon, for a client that does not finish its request.
    ///
    /// The answer is still sent.
    func closeSoon() {
        let channel = self.channel
        channel.eventLoop.scheduleTask(in: .seconds(1)) {
            channel.close(promise: nil)
        }
    }
}
