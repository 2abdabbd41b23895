import LicenseStore
import Licensing

// What the guide takes from swift-service-lifecycle.
protocol Service: Sendable {
    func run() async throws
}

func cancelWhenGracefulShutdown(_ body: @Sendable () async -> Void) async {
    await body()
}

enum UnixSignal {
    case sighup
}

struct UnixSignalsSequence: AsyncSequence {
    init(trapping signals: UnixSignal...) async {}

    func makeAsyncIterator() -> AsyncStream<UnixSignal>.Iterator {
        AsyncStream { $0.finish() }.makeAsyncIterator()
    }
}

struct Logger {
    func error(_ message: String) {}
}

struct Database {
    func save(_ witness: LicenseTimeWitness) async throws {}
}

func open(keys: TrustedKeys, catalog: ProductCatalog, buildDate: LicenseInstant) async throws {
    // block
    _ = operate
}

// block

func reload(_ folder: LicenseFolder, logger: Logger) async {
    // block
}

func follow(_ folder: LicenseFolder, database: Database) async throws {
    // block
}
