import Licensing
import ZStackLicensing

// The application's own types.
struct HostRow: Sendable {
    let id: String
    let sockets: Int
    let slot: LicenseSlot
}

struct Transaction {
    func usage() throws -> LicenseUsage { .zero }
    func insert(_ host: HostRow) throws {}
}

struct Database {
    func serializable(_ body: (Transaction) throws -> Void) throws { try body(Transaction()) }
}

actor WorkerPool {
    func resize(to count: Int) {}
}

// block
// block
// block
// block
