import Hummingbird
import Logging

/// The context of a request, which has arrived over a network or not.
struct GateContext: RequestContext {
    private struct Local: RequestContextSource {
        let logger: Logger
    }

    var coreContext: CoreRequestContextStorage

    init(source: ApplicationRequestContextSource) {
        self.coreContext = CoreRequestContextStorage(source: source)
    }

    init(logger: Logger) {
        self.coreContext = CoreRequestContextStorage(source: Local(logger: logger))
    }
}
