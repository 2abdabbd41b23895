import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("The response to GetLicenseAddOns")
struct GetLicenseAddOnsTests {
    private func json(_ licenses: License..., at seconds: Int64 = 1_501_100_000) throws -> String {
        let entitlements = Entitlements(
            licenses,
            at: LicenseInstant(secondsSince1970: seconds),
            configuration: .unchecked
        )
        return try GetLicenseAddOnsResponse(entitlements, offset: .china).json
    }

    @Test("The list is empty if no license covers a module")
    func empty() throws {
        #expect(try self.json() == #"{"addons":[],"success":true}"#)
        #expect(try self.json(.example()) == #"{"addons":[],"success":true}"#)
    }

    @Test("A plus license for two modules has an entry for each, with its counts", .tags(.row23, .row24, .row28))
    func plus() throws {
        let license = try License.example(
            .plus,
            digest: 0xB2,
            modules: [.vmware, .baremetal],
            limits: [.cpus: .count(7), .hosts: .unlimited]
        )
        func entry(_ module: String) -> String {
            #"{"cpuNum":7,"expired":false,"expiredDate":"2017-08-23T12:27:01.000+08:00","#
                + #""hostNum":2147483647,"issuedDate":"2017-07-26T09:30:27.000+08:00","licenseType":"AddOn","#
                + #""modules":["\#(module)"],"name":"\#(module)","uuid":"b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2"}"#
        }
        #expect(
            try self.json(.example(), license)
                == #"{"addons":[\#(entry("baremetal")),\#(entry("vmware"))],"success":true}"#
        )
    }

    @Test("A bundled module has no entry, and an expired plus license has one")
    func bundle() throws {
        let base = try License.example(expiresAt: nil, modules: [.projectManagement])
        let expired = try License.example(.plus, id: "P-1", digest: 0xB2, modules: [.vmware], limits: [:])
        #expect(
            try self.json(base, expired, at: 1_503_462_421)
                == #"{"addons":[{"expired":true,"expiredDate":"2017-08-23T12:27:01.000+08:00","#
                + #""issuedDate":"2017-07-26T09:30:27.000+08:00","licenseType":"AddOn","#
                + #""modules":["vmware"],"name":"vmware","uuid":"b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2"}],"success":true}"#
        )
    }

    @Test("A plus license in its grace period has an entry, unless a bundle replaces it")
    func states() throws {
        let grace = try License.example(.plus, modules: [.vmware], limits: [:], graceDays: 5)
        #expect(try self.json(grace, at: 1_503_462_421).contains(#""modules":["vmware"]"#))
        let base = try License.example(expiresAt: nil, modules: [.vmware])
        #expect(try self.json(base, grace, at: 1_503_462_421) == #"{"addons":[],"success":true}"#)
    }

    @Test("A license that has not started has no entry")
    func pending() throws {
        let license = try License.example(.plus, notBefore: 1_502_000_000, modules: [.vmware], limits: [:])
        #expect(try self.json(license, at: 1_501_999_999) == #"{"addons":[],"success":true}"#)
        #expect(try self.json(license, at: 1_502_000_000).contains(#""modules":["vmware"]"#))
    }

    @Test("A renewal replaces the license that expired")
    func renewal() throws {
        let old = try License.example(.plus, id: "P-1", digest: 0xB2, modules: [.vmware], limits: [:])
        let new = try License.example(
            .plus,
            id: "P-2",
            digest: 0xC3,
            expiresAt: 1_600_000_000,
            modules: [.vmware],
            limits: [:]
        )
        let json = try self.json(old, new, at: 1_504_000_000)
        #expect(json.contains(#""uuid":"c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3""#))
        #expect(!json.contains("b2b2"))
    }
}
