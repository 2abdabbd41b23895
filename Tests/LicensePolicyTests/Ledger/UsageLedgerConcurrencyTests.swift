import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

/// Tests that `.ci/run` also runs under the thread sanitizer, because the type's name contains Concurrency.
@Suite("Concurrent use of a usage ledger")
struct UsageLedgerConcurrencyTests {
    @Test("If eight threads add a host and the limit allows one more, only one succeeds")
    func lastHost() async {
        for round in 0..<1_000 {
            let base = License.base(limits: [.hosts: .count(5)])
            let ledger = UsageLedger { Entitlements([base], at: .now) }
            for host in 0..<4 {
                ledger.restore("host-\(host)", units: [.hosts: 1], to: .base)
            }
            let admitted = await withTaskGroup(of: Bool.self) { group in
                for thread in 0..<8 {
                    group.addTask {
                        do {
                            try ledger.add("new-\(thread)", units: [.hosts: 1], to: .base)
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(admitted == 1, "round \(round)")
            #expect(ledger.count == 5, "round \(round)")
        }
    }

    @Test("The sums are exact after many threads have added and removed hosts")
    func sums() async throws {
        let base = License.base(limits: [.hosts: .unlimited])
        let ledger = UsageLedger { Entitlements([base], at: .now) }
        await withTaskGroup(of: Void.self) { group in
            for thread in 0..<8 {
                group.addTask {
                    for host in 0..<200 {
                        let id = "\(thread)-\(host)"
                        try? ledger.add(id, units: [.hosts: 1, .cpus: 2], to: .base)
                        if host % 2 == 0 {
                            ledger.remove(id)
                        }
                        _ = ledger.usage
                    }
                }
            }
        }
        #expect(ledger.count == 800)
        #expect(ledger.usage == LicenseUsage(total: [.hosts: 800, .cpus: 1_600]))
    }
}
