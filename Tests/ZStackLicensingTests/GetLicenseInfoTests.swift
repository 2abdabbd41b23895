import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("The response to GetLicenseInfo")
struct GetLicenseInfoTests {
    private func json(
        _ licenses: License...,
        at seconds: Int64 = 1_501_100_000,
        usage: LicenseUsage = LicenseUsage.zero,
        offset: UTCOffset = .china,
        configuration: PolicyConfiguration = .unchecked
    ) throws -> String {
        let entitlements = Entitlements(
            licenses,
            at: LicenseInstant(secondsSince1970: seconds),
            configuration: configuration
        )
        return try GetLicenseInfoResponse(entitlements, usage: usage, licenseRequest: "cmVxdWVzdA==", offset: offset)
            .json
    }

    @Test(
        "With 5 hosts and 1 in use, the response has every member and 4 hosts available",
        .tags(.row21, .row22, .row24, .row25, .row26, .row27, .row28)
    )
    func example() throws {
        #expect(
            try self.json(.example(), usage: LicenseUsage(total: [.hosts: 1, .cpus: 2]))
                == #"{"inventory":{"availableHostNum":4,"expired":false,"#
                + #""expiredDate":"2017-08-23T12:27:01.000+08:00","hostNum":5,"#
                + #""issuedDate":"2017-07-26T09:30:27.000+08:00","licenseRequest":"cmVxdWVzdA==","#
                + #""licenseType":"Paid","user":"admin@example.com","#
                + #""uuid":"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1"},"success":true}"#
        )
    }

    @Test("The response has the counts only of units that the license limits", .tags(.row21))
    func units() throws {
        #expect(
            try self.json(.example(limits: [.cpus: .count(3)]), usage: LicenseUsage(total: [.hosts: 2, .cpus: 4]))
                .contains(#"{"availableCpuNum":0,"cpuNum":3,"expired":false,"expiredDate""#)
        )
        let both = try self.json(
            .example(limits: [.hosts: .count(0), .cpus: .count(3)]),
            usage: LicenseUsage(total: [.hosts: 0, .cpus: 1])
        )
        #expect(both.contains(#"{"availableCpuNum":2,"availableHostNum":0,"cpuNum":3,"expired":false"#))
        #expect(both.contains(#""hostNum":0"#))
    }

    @Test("Hosts that a plus license covers do not reduce the available hosts", .tags(.row22))
    func covered() throws {
        #expect(
            try self.json(
                .example(),
                .example(.plus, id: "P-1", digest: 0xB2, modules: [.vmware], type: .addOn, limits: [.hosts: .count(2)]),
                usage: LicenseUsage(total: [.hosts: 4], modules: [.vmware: [.hosts: 3]])
            )
            .contains(#""availableHostNum":3,"#)
        )
    }

    @Test(
        "A count that is unlimited or too large for a Java int is 2147483647",
        .tags(.row21),
        arguments: [.unlimited, .count(2_147_483_647), .count(9_007_199_254_740_991)] as [License.Limit]
    )
    func unlimited(_ limit: License.Limit) throws {
        let json = try self.json(.example(limits: [.hosts: limit]))
        #expect(json.contains(#""hostNum":2147483647,"#))
        #expect(json.contains(#""availableHostNum":2147483647,"#))
    }

    @Test(
        "The license is expired from expiredDate on, even in its grace period",
        .tags(.row23),
        arguments: [
            (1_503_462_420, nil, false), (1_503_462_421, nil, true), (1_503_462_420, 5, false),
            (1_503_462_421, 5, true), (1_600_000_000, 5, true),
        ] as [(Int64, Int?, Bool)]
    )
    func expired(_ seconds: Int64, _ graceDays: Int?, _ isExpired: Bool) throws {
        let json = try self.json(.example(graceDays: graceDays), at: seconds)
        #expect(json.contains(#""expired":\#(isExpired),"expiredDate":"2017-08-23T12:27:01.000+08:00""#))
    }

    @Test(
        "Dates have the UTC offset of the caller, limited to less than a day",
        .tags(.row24),
        arguments: [
            (0, "2017-08-23T04:27:01.000+00:00"), (480, "2017-08-23T12:27:01.000+08:00"),
            (-210, "2017-08-23T00:57:01.000-03:30"), (-300, "2017-08-22T23:27:01.000-05:00"),
            (1_439, "2017-08-24T04:26:01.000+23:59"), (100_000, "2017-08-24T04:26:01.000+23:59"),
            (.min, "2017-08-22T04:28:01.000-23:59"),
        ] as [(Int, String)]
    )
    func offsets(_ minutes: Int, _ text: String) throws {
        let offset = UTCOffset(minutes: minutes)
        #expect(try self.json(.example(), offset: offset).contains(#""expiredDate":"\#(text)""#))
        #expect(offset.text(of: LicenseInstant(secondsSince1970: 1_503_462_421)) == text)
    }

    @Test(
        "A perpetual license expires at the end of 9999 and is not expired",
        .tags(.row23, .row24),
        arguments: [
            (480, "9999-12-31T23:59:59.000+08:00"), (0, "9999-12-31T23:59:59.000+00:00"),
            (-300, "9999-12-31T18:59:59.000-05:00"),
        ] as [(Int, String)]
    )
    func perpetual(_ minutes: Int, _ text: String) throws {
        let json = try self.json(
            .example(expiresAt: nil),
            at: 253_402_300_799,
            offset: UTCOffset(minutes: minutes)
        )
        #expect(json.contains(#""expired":false,"expiredDate":"\#(text)""#))
    }

    @Test(
        "The response has the license's type",
        .tags(.row25),
        arguments: ["Paid", "Trial", "TrialExt", "Hybrid", "HybridTrialExt", "OEM", "Free", "Prepaid"] as [LicenseType]
    )
    func type(_ type: LicenseType) throws {
        #expect(try self.json(.example(type: type)).contains(#""licenseType":"\#(type.rawValue)""#))
    }

    @Test("The user is the licensee, in any script and with escaped quotes", .tags(.row26))
    func user() throws {
        #expect(try self.json(.example(licensee: "测试\"用户\"")).contains(#""user":"测试\"用户\"","uuid""#))
    }

    @Test("Without a base license, the type is Community and the limits are the grant's")
    func community() throws {
        #expect(
            try self.json(configuration: .zstack(node: .any, build: .any))
                == #"{"inventory":{"availableHostNum":2147483647,"expired":false,"hostNum":2147483647,"#
                + #""licenseRequest":"cmVxdWVzdA==","licenseType":"Community"},"success":true}"#
        )
        #expect(
            try self.json(usage: LicenseUsage(total: [.hosts: 1]), configuration: Self.threeHosts())
                == #"{"inventory":{"availableHostNum":2,"expired":false,"hostNum":3,"#
                + #""licenseRequest":"cmVxdWVzdA==","licenseType":"Community"},"success":true}"#
        )
    }

    private static func threeHosts(afterExpiry: Bool = false) -> PolicyConfiguration {
        PolicyConfiguration(
            catalog: .zstack,
            node: .any,
            build: .any,
            community: CommunityGrant(limits: [.hosts: .count(3)], afterExpiry: afterExpiry)
        )
    }

    private static let nothing =
        #"{"inventory":{"availableHostNum":0,"expired":true,"hostNum":0,"licenseRequest":"cmVxdWVzdA==","#
        + #""licenseType":"Community"},"success":true}"#

    @Test("Without a grant and a started base license that counts, nothing is available")
    func denied() throws {
        #expect(try self.json() == Self.nothing)
        #expect(try self.json(.example(notBefore: 1_501_100_001)) == Self.nothing)
        #expect(try self.json(.example(.plus, modules: [.vmware])) == Self.nothing)
        let other = PolicyConfiguration(catalog: .zstack, node: .only([try ClaimString("here")]), build: .any)
        let elsewhere = try License.example(nodes: [try ClaimString("elsewhere")])
        #expect(try self.json(elsewhere, configuration: other) == Self.nothing)
    }

    @Test("A license that has not started leaves the Community edition as it is")
    func pending() throws {
        let configuration = PolicyConfiguration.zstack(node: .any, build: .any)
        let community = try self.json(configuration: configuration)
        #expect(try self.json(.example(notBefore: 1_501_100_001), configuration: configuration) == community)
    }

    @Test("An expired license has no hosts available, except those of a grant")
    func expiredLicense() throws {
        let denied = try self.json(.example(), at: 1_600_000_000, configuration: .zstack(node: .any, build: .any))
        #expect(denied.contains(#"{"availableHostNum":0,"expired":true,"expiredDate":"2017"#))
        #expect(denied.contains(#""hostNum":5"#))
        #expect(denied.contains(#""licenseType":"Paid""#))
        let granted = try self.json(
            .example(),
            at: 1_600_000_000,
            usage: LicenseUsage(total: [.hosts: 1]),
            configuration: Self.threeHosts(afterExpiry: true)
        )
        #expect(granted.contains(#"{"availableHostNum":2,"expired":true,"expiredDate":"2017"#))
        #expect(granted.contains(#""hostNum":3"#))
        #expect(granted.contains(#""licenseType":"Community","user":"admin@example.com""#))
    }

    @Test("A license in its grace period has its hosts available")
    func grace() throws {
        let json = try self.json(.example(graceDays: 5), at: 1_503_462_421, usage: LicenseUsage(total: [.hosts: 1]))
        #expect(json.contains(#"{"availableHostNum":4,"expired":true"#))
    }

    @Test("The platform's grant has no limits and does not apply after expiry")
    func configuration() throws {
        let configuration = PolicyConfiguration.zstack(
            node: .only([try ClaimString("here")]),
            build: .made(at: LicenseInstant(secondsSince1970: 1_500_000_000))
        )
        #expect(configuration.catalog == .zstack)
        #expect(configuration.node == .only([try ClaimString("here")]))
        #expect(configuration.build.date?.secondsSince1970 == 1_500_000_000)
        #expect(configuration.community == CommunityGrant(limits: [:], afterExpiry: false))
        #expect(configuration.reminderDays == 14)
    }
}
