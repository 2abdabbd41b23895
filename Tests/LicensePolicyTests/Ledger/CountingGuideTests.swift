import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

/// The code of Documentation/Counting.md, line by line, so that it is compiled and run.
private enum CountingGuide {
    static func addHost(_ host: HostRow, to database: Database, under entitlements: Entitlements) throws {
        try database.serializable { transaction in
            try entitlements.admit(
                [.hosts: 1, .cpus: host.sockets],
                to: host.slot,
                given: try transaction.usage()
            )
            try transaction.insert(host)
        }
    }

    static func usage(of hosts: [HostRow]) -> LicenseUsage {
        var usage = LicenseUsage.zero
        for host in hosts {
            usage.total[.hosts, default: 0] += 1
            usage.total[.cpus, default: 0] += host.sockets
            if let module = host.slot.module {
                usage.modules[module, default: [:]][.hosts, default: 0] += 1
                usage.modules[module, default: [:]][.cpus, default: 0] += host.sockets
            }
        }
        return usage
    }

    static func workers(of machine: Int, _ entitlements: Entitlements) -> Int? {
        let limit = entitlements.limit(of: "cores").count ?? machine
        return limit > 0 ? min(limit, machine) : nil
    }

    static func resize(_ pool: WorkerPool, of machine: Int, by gate: LicenseGate) async {
        for await entitlements in gate.states() {
            if let count = workers(of: machine, entitlements) {
                await pool.resize(to: count)
            }
        }
    }

    static func start(_ rows: [HostRow], _ entitlements: @escaping @Sendable () -> Entitlements) -> UsageLedger {
        let ledger = UsageLedger(entitlements: entitlements)
        for row in rows {
            ledger.restore(row.id, units: [.hosts: 1, .cpus: row.sockets], to: row.slot)
        }
        return ledger
    }
}

private struct HostRow: Sendable {
    let id: String
    let sockets: Int
    let slot: LicenseSlot
}

/// A table of hosts with serializable transactions, which are rolled back if they fail.
private final class Database {
    private var hosts: [HostRow] = []

    struct Transaction {
        fileprivate var hosts: [HostRow]

        func usage() throws -> LicenseUsage {
            CountingGuide.usage(of: self.hosts)
        }

        mutating func insert(_ host: HostRow) throws {
            self.hosts.append(host)
        }
    }

    var rows: [HostRow] { self.hosts }

    func serializable(_ body: (inout Transaction) throws -> Void) throws {
        var transaction = Transaction(hosts: self.hosts)
        try body(&transaction)
        self.hosts = transaction.hosts
    }
}

/// A pool that passes on each size that it gets.
private actor WorkerPool {
    let sizes: AsyncStream<Int>
    private let continuation: AsyncStream<Int>.Continuation

    init() {
        (self.sizes, self.continuation) = AsyncStream.makeStream()
    }

    func resize(to count: Int) {
        self.continuation.yield(count)
    }
}

@Suite("The code of the counting guide")
struct CountingGuideTests {
    @Test("A module's hosts count against its license first, in a database and a ledger")
    func code() throws {
        let licenses: [License] = [
            .base(limits: [.hosts: .count(1), .cpus: .count(2)]),
            .plus(.vmware, limits: [.hosts: .count(1), .cpus: .count(2)]),
        ]
        let entitlements = Entitlements(licenses, at: .now)
        let database = Database()
        let core = HostRow(id: "core", sockets: 2, slot: .base)
        let esx = HostRow(id: "esx", sockets: 2, slot: .module(.vmware))
        try CountingGuide.addHost(core, to: database, under: entitlements)
        try CountingGuide.addHost(esx, to: database, under: entitlements)
        #expect(throws: LicenseDenial.self) {
            try CountingGuide.addHost(HostRow(id: "more", sockets: 1, slot: .base), to: database, under: entitlements)
        }
        #expect(database.rows.count == 2)

        let ledger = CountingGuide.start(database.rows) { entitlements }
        #expect(ledger.usage == CountingGuide.usage(of: database.rows))
        #expect(
            ledger.usage
                == LicenseUsage(total: [.hosts: 2, .cpus: 4], modules: [.vmware: [.hosts: 1, .cpus: 2]])
        )
        #expect(throws: LicenseDenial.self) { try ledger.add("more", units: [.hosts: 1], to: .base) }
    }

    @Test("A limit that is a size is read without counting")
    func size() {
        let fourCores = License.base(limits: [.hosts: .count(1), "cores": .count(4)])
        #expect(CountingGuide.workers(of: 8, Entitlements(fourCores)) == 4)
        #expect(CountingGuide.workers(of: 8, Entitlements(.base(limits: [.hosts: .count(1)]))) == 8)
        #expect(CountingGuide.workers(of: 8, Entitlements()) == nil)
    }

    @Test("A pool follows the limit, and keeps its size while there is no license")
    func resize() async {
        let fourCores = License.base(limits: ["cores": .count(4)])
        let gate = LicenseGate([fourCores], configuration: .unchecked, trustedClock: .firstStart, clock: RunningClock())
        let pool = WorkerPool()
        let task = Task { await CountingGuide.resize(pool, of: 8, by: gate) }
        defer { task.cancel() }
        var sizes = pool.sizes.makeAsyncIterator()
        #expect(await sizes.next() == 4)

        // The pool does not get a size of 0 in between.
        gate.update([])
        gate.update([License.base(limits: ["cores": .count(2)])])
        #expect(await sizes.next() == 2)
    }

    @Test("Each line of code in the guide is a line of this file")
    func text() throws {
        let tests = URL(filePath: #filePath)
        let root = tests.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(contentsOf: root.appending(path: "Documentation/Counting.md"), encoding: .utf8)
        let source = try String(contentsOf: tests, encoding: .utf8)
        let lines = Set(source.split(separator: "\n").map { self.trimmed($0) })

        var isCode = false
        for line in guide.split(separator: "\n") {
            if line.hasPrefix("```") {
                isCode = line == "```swift"
            } else if isCode {
                #expect(lines.contains(self.trimmed(line)), "\(line)")
            }
        }
        // Without code in the guide, the loop would compare nothing.
        for function in ["addHost", "usage", "workers", "resize", "start"] {
            #expect(guide.contains("\nfunc \(function)("))
        }
    }

    private func trimmed(_ line: Substring) -> String {
        let text = line.drop { $0 == " " }
        return String(text.hasPrefix("static ") ? text.dropFirst(7) : text)
    }
}
