import LicenseStore
import Licensing

// What the guide takes from swift-service-lifecycle.
protocol Service: Sendable {
    func run() async throws
}

func cancelWhenGracefulShutdown(_ body: @Sendable () async -> Void) async {
    await body()
}

struct Database {
    func save(_ witness: LicenseTimeWitness) async throws {}
}

func open(keys: TrustedKeys, catalog: ProductCatalog, buildDate: LicenseInstant) async throws {
    // block
    _ = operate
}

// block

func follow(_ folder: LicenseFolder, database: Database) async throws {
    // block
}
