import CoreMetrics
import Foundation
import GRDB
import HTTPTypes
import LicenseTesting
import Licensing
import Testing

@testable import ManagementNode

@Suite("Metrics, health and reminders")
struct MetricsTests {
    @Test("The text has a type, names without other characters, escaped labels and numbers")
    func text() {
        var text = PrometheusText()
        text.add("a.b-c", "gauge", [([("x y", "1\"\\\n")], 1.5), ([], .infinity), ([], 3), ([], .nan)])
        text.add("nothing", "gauge", [])
        #expect(text.text == "# TYPE a_b_c gauge\na_b_c{x_y=\"1\\\"\\\\\\n\"} 1.5\na_b_c +Inf\na_b_c 3\na_b_c NaN\n")
        #expect(PrometheusText.name("1") == "_1")
    }

    @Test("A registry has counters, gauges and summaries, and gives the same metric for the same labels")
    func registry() {
        let registry = PrometheusRegistry()
        registry.makeCounter(label: "c", dimensions: [("l", "1")]).increment(by: 2)
        registry.makeCounter(label: "c", dimensions: [("l", "1")]).increment(by: 3)
        registry.makeTimer(label: "t", dimensions: []).recordNanoseconds(1_500_000_000)
        let meter = registry.makeMeter(label: "m", dimensions: [])
        meter.set(4.0)
        meter.decrement(by: 1)
        let expected = """
            # TYPE c_total counter
            c_total{l="1"} 5
            # TYPE m gauge
            m 3
            # TYPE t_seconds summary
            t_seconds_sum 1.5
            t_seconds_count 1

            """
        #expect(registry.text.text == expected)
        registry.destroyMeter(meter)
        #expect(!registry.text.text.contains("# TYPE m"))
    }

    @Test("The metrics have the days by slot, the limits and their use")
    func licenses() async throws {
        let world = try await NodeWorld()
        try await world.install(.base(days: 30).limited(to: ["hosts": 5]), .plus("vmware", days: 3))
        try await world.run { client in
            let administrator = try await client.administrator()
            _ = try await administrator.addHost(1)
            let metrics = try await client(.get, "/metrics").text
            for line in [
                #"license_days_covered{slot="base"} 30"#, #"license_days_covered{slot="vmware"} 3"#,
                #"license_limit{unit="hosts"} 5"#, #"license_used{unit="hosts"} 1"#,
            ] {
                #expect(metrics.contains("\n\(line)\n"), "\(line)")
            }
            #expect(!metrics.contains("baremetal"))
            world.clock.advance(days: 4)
            #expect(try await client(.get, "/metrics").text.contains(#"license_days_covered{slot="vmware"} 0"#))
        }
    }

    @Test("No license state makes the node unhealthy")
    func health() async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            #expect(try await client(.get, "/health/ready")["license"] as? String == "none")
            try await world.install(.base(days: 1))
            world.clock.advance(days: 2)
            let ready = try await client(.get, "/health/ready")
            #expect(ready.status == 200)
            #expect(ready["license"] as? String == "expired")
            #expect(ready["demo"] as? Bool == true)
            #expect(try await client(.get, "/health/live").status == 200)
        }
    }

    @Test("The node is not ready while its database cannot be written or read")
    func databaseHealth() async throws {
        let world = try await NodeWorld()
        let patient = DatabaseHealth(world.server.database, maximumAge: .zero, timeLimit: .seconds(20))
        #expect(await patient.isReady())
        let other = try DatabaseQueue(path: "\(world.path)/data/node.sqlite")
        let (locked, unlock) = AsyncStream<Void>.makeStream()
        let lock = Task {
            try await other.write { database in
                try database.execute(sql: "UPDATE healthCheck SET count = 0")
                unlock.yield()
                Thread.sleep(forTimeInterval: 0.5)
            }
        }
        for await _ in locked { break }
        let hasty = DatabaseHealth(world.server.database, timeLimit: .milliseconds(100))
        #expect(await !hasty.isReady())
        try await lock.value
        #expect(await patient.isReady())
        try await other.write { try $0.execute(sql: "DROP TABLE session; DROP TABLE account") }
        #expect(await !patient.isReady())
        // The answer counts for a while.
        let rare = DatabaseHealth(world.server.database)
        #expect(await !rare.isReady())
        #expect(await !rare.isReady())
    }
}
