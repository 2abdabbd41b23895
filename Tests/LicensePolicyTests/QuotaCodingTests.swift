import Foundation
import LicenseModel
import LicensePolicy
import Testing
import ZStackLicensing

@Suite("The JSON of a quota")
struct QuotaCodingTests {
    private static func quota(_ limit: License.Limit, used: Int, coveredByModules: Int = 0) throws -> LicenseQuota {
        let entitlements = Entitlements(
            .base(limits: [.hosts: limit]),
            .plus(.vmware, limits: [.hosts: .count(coveredByModules)])
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
        "The JSON includes derived values, so that clients do not compute them",
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
    func shape(limit: License.Limit, used: Int, coveredByModules: Int, json: String) throws {
        let quota = try Self.quota(limit, used: used, coveredByModules: coveredByModules)
        #expect(String(decoding: try Self.encoder.encode(quota), as: UTF8.self) == json)
        #expect(try JSONDecoder().decode(LicenseQuota.self, from: Data(json.utf8)) == quota)
    }

    @Test("Decoding computes the derived values and ignores the values in the JSON")
    func computed() throws {
        let full = #"{"unit":"hosts","licensed":10,"used":12,"absorbed":1,"counted":0,"available":99,"over":0}"#
        let short = #"{"unit":"hosts","licensed":10,"used":12,"absorbed":1}"#
        for json in [full, short] {
            let quota = try JSONDecoder().decode(LicenseQuota.self, from: Data(json.utf8))
            #expect(quota.counted == 11)
            #expect(quota.available == .count(0))
            #expect(quota.overage == 1)
        }
    }

    @Test("Quotas in another order do not change a report")
    func order() throws {
        let report = Entitlements(.base(limits: [.hosts: .count(1), .cpus: .count(2), .vms: .count(3)]))
            .report(given: .zero)
        var tree = try #require(
            JSONSerialization.jsonObject(with: JSONEncoder().encode(report)) as? [String: Any]
        )
        tree["quotas"] = Array(try #require(tree["quotas"] as? [Any]).reversed())
        let data = try JSONSerialization.data(withJSONObject: tree)
        let decoded = try JSONDecoder().decode(EntitlementsReport.self, from: data)
        #expect(decoded == report)
        #expect(report.changes(to: decoded).isEmpty)
    }
}
