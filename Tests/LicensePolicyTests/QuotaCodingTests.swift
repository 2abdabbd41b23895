import Foundation
import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("A quota as JSON")
struct QuotaCodingTests {
    private static func quota(_ limit: License.Limit, used: Int, absorbed: Int = 0) throws -> LicenseQuota {
        let entitlements = Entitlements(
            .base(limits: [.hosts: limit]),
            .plus(.vmware, limits: [.hosts: .count(absorbed)])
        )
        let usage = LicenseUsage(total: [.hosts: used], modules: [.vmware: [.hosts: used]])
        return try #require(entitlements.quotas(given: usage).first)
    }

    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return encoder
    }()

    @Test(
        "It has what follows from its numbers, so that a page need not compute it",
        arguments: [
            (
                License.Limit.count(10), 25, 4,
                #"{"absorbed":4,"available":0,"counted":21,"licensed":10,"over":11,"unit":"hosts","used":25}"#
            ),
            (
                .count(30), 25, 4,
                #"{"absorbed":4,"available":9,"counted":21,"licensed":30,"over":0,"unit":"hosts","used":25}"#
            ),
            (
                .unlimited, 7, 0,
                #"{"absorbed":0,"available":"unlimited","counted":7,"licensed":"unlimited","over":0,"unit":"hosts","used":7}"#
            ),
        ]
    )
    func shape(limit: License.Limit, used: Int, absorbed: Int, json: String) throws {
        let quota = try Self.quota(limit, used: used, absorbed: absorbed)
        #expect(String(decoding: try Self.encoder.encode(quota), as: UTF8.self) == json)
        #expect(try JSONDecoder().decode(LicenseQuota.self, from: Data(json.utf8)) == quota)
    }

    @Test("What follows is computed when it is read, and not taken from others")
    func computed() throws {
        let full = #"{"unit":"hosts","licensed":10,"used":12,"absorbed":1,"counted":0,"available":99,"over":0}"#
        let short = #"{"unit":"hosts","licensed":10,"used":12,"absorbed":1}"#
        for json in [full, short] {
            let quota = try JSONDecoder().decode(LicenseQuota.self, from: Data(json.utf8))
            #expect(quota.counted == 11)
            #expect(quota.available == .count(0))
            #expect(quota.over == 1)
        }
    }

    @Test("A report whose quotas are in another order tells of no change")
    func order() throws {
        let report = Entitlements(.base(limits: [.hosts: .count(1), .cpus: .count(2), .vms: .count(3)]))
            .report(given: .zero)
        var tree = try #require(
            JSONSerialization.jsonObject(with: JSONEncoder().encode(report)) as? [String: Any]
        )
        tree["quotas"] = Array(try #require(tree["quotas"] as? [Any]).reversed())
        let data = try JSONSerialization.data(withJSONObject: tree)
        let read = try JSONDecoder().decode(EntitlementsReport.self, from: data)
        #expect(read == report)
        #expect(report.changes(to: read).isEmpty)
    }
}
