import Foundation
import LicenseIssuing
import LicenseStore
import LicenseTesting
import Licensing
import Testing

/// The statements of `Documentation/WhatHappensWhen.md`, whose last table names the tests of each section.
@Suite("What happens when")
struct WhatHappensWhenTests {
    private static let configuration = PolicyConfiguration.testing(Situation.catalog)
    private static let operate = LicenseCapability.operate(.base)
    private static let replicate = LicenseCapability.operate(.module("replication"))

    @Test("The tables of the page about events have the product's answers", arguments: Situation.all)
    func table(_ situation: Situation) throws {
        let page = try GuidePage("WhatHappensWhen.md")
        let expected = try situation.markdown()
        let documented = page.table(below: situation.heading)
        #expect(documented == expected, "\(expected.joined(separator: "\n"))")
    }

    @Test("A renewal counts as soon as it is loaded, and ends every denial")
    func renewal() throws {
        let licensing = try TestLicensing(.base().expired(daysAgo: 40), configuration: Self.configuration)
        let check = licensing.gate.makeCheck(for: Self.operate)
        #expect(!check.isAllowed)
        let renewal = try licensing.verifier.verify(contents: try licensing.file(for: .base())).licenses
        licensing.gate.modify { $0 += renewal }
        #expect(check.isAllowed)
        #expect(licensing.gate.entitlements.login == .proceed)
    }

    @Test("Of two licenses for a module one is in use, and the one that ends later follows")
    func secondLicense() throws {
        let first = TestLicense.plus("replication").limited(to: ["databases": 5]).id("R-1")
        let second = TestLicense.plus("replication", days: 30).limited(to: ["databases": 2]).id("R-2")
        let licensing = try TestLicensing(.base(), first.issued(daysAgo: 100), configuration: Self.configuration)
        let added = try licensing.verifier.verify(contents: try licensing.file(for: second)).licenses
        let preview = licensing.entitlements.preview(installing: added)
        #expect(preview.warnings.map(\.code) == [.smallerLicense, .limitLowered])
        licensing.gate.modify { $0 += added }
        let slot = try #require(licensing.gate.explanation().slots.first { $0.slot == .module("replication") })
        #expect(
            Dictionary(uniqueKeysWithValues: slot.licenses.map { ($0.id, $0.role) }) == [
                "R-1": .follows, "R-2": .effective,
            ]
        )
        licensing.clock.advance(days: 30)
        #expect(licensing.gate.entitlements[.module("replication")].license?.id == "R-1")
    }

    @Test("A license that lowers a limit is announced, and only additions are denied")
    func loweredLimit() throws {
        let four = TestLicense.base().limited(to: ["databases": 4]).issued(daysAgo: 1)
        let licensing = try TestLicensing(four, configuration: Self.configuration)
        let usage = LicenseUsage(total: ["databases": 3])
        let smaller = TestLicense.base().limited(to: ["databases": 2])
        let added = try licensing.verifier.verify(contents: try licensing.file(for: smaller)).licenses
        let preview = licensing.entitlements.preview(installing: added, given: usage)
        #expect(preview.warnings.map(\.code) == [.smallerLicense, .limitLowered, .overLimit])
        #expect(preview.lost.isEmpty)
    }

    @Test("A damaged file is refused, keeps its license at a reload, loses it at a restart")
    func damagedFile() async throws {
        let test = try await TestLicenseFolder(.base().id("B-1"), configuration: Self.configuration)
        let refused = await #expect(throws: LicenseStoreError.self) {
            try await test.folder.install(Array("damaged".utf8), by: TestLicenseFolder.administrator)
        }
        #expect(refused?.code.rawValue == "malformed")
        #expect(test.folder.findings.isEmpty)

        try test.write("damaged", to: "license-1.lic")
        let reload = try await test.folder.reload(by: TestLicenseFolder.administrator)
        #expect(reload.findings.map(\.code) == [.reloadFailed])
        #expect(test.folder.gate.allows(Self.operate))

        let restarted = try await test.reopened()
        #expect(restarted.findings.map(\.code) == [.reloadFailed])
        #expect(restarted.gate.decision(for: Self.operate).reasons.map(\.code) == [.baseMissing])

        try test.write(try test.licensing.file(for: .base().id("B-1")), to: "license-1.lic")
        #expect(try await restarted.reload(by: TestLicenseFolder.administrator).findings.isEmpty)
        #expect(restarted.gate.allows(Self.operate))
    }

    @Test("A copy of the folder is the same node, and a new folder is another one")
    func replacedNode() async throws {
        let old = try await TestLicenseFolder(configuration: Self.configuration)
        let code = try LicenseRequest(contents: Array(try await old.folder.licenseRequest().utf8))
        let bound = try old.licensing.file(for: .base().bound(to: code.thumbprint.rawValue))
        try await old.folder.install(Array(bound.utf8), by: TestLicenseFolder.administrator, activates: true)
        #expect(old.folder.gate.allows(Self.operate))

        let copy = FileManager.default.temporaryDirectory.appending(path: "license-folder-\(UUID())")
        try FileManager.default.copyItem(atPath: old.path, toPath: copy.path)
        defer { try? FileManager.default.removeItem(at: copy) }
        let copied = try await LicenseFolder.open(
            at: copy.path,
            verifier: old.licensing.verifier,
            configuration: Self.configuration,
            clock: old.clock
        )
        #expect(copied.gate.allows(Self.operate))
        #expect(copied.findings.isEmpty)

        let new = try await TestLicenseFolder(configuration: Self.configuration)
        let refused = await #expect(throws: LicenseStoreError.self) {
            try await new.folder.install(Array(bound.utf8), by: TestLicenseFolder.administrator)
        }
        #expect(refused?.code.rawValue == "wrong-node")
        // The same file, copied by hand.
        try new.write(bound, to: "copied.lic")
        try await new.folder.reload(by: TestLicenseFolder.administrator)
        #expect(new.folder.gate.findings.map(\.code) == [.wrongNode])
        #expect(new.folder.gate.decision(for: Self.operate).reasons.map(\.code) == [.baseWrongNode])
        #expect(new.folder.gate.allows(.view(.base)))
    }

    @Test("A release that does not trust a key has none of its licenses after the start")
    func untrustedKey() async throws {
        let test = try await TestLicenseFolder(.base(), configuration: Self.configuration)
        let conditions = KeyConditions(issuer: .any, validity: .always, environment: .test)
        let other = try SigningKey.generate(.ed25519, id: "2027-a", conditions: conditions)
        let folder = try await LicenseFolder.open(
            at: test.path,
            verifier: LicenseVerifier(
                trusting: try TrustedKeys([other.trustedKey]),
                catalog: Situation.catalog,
                environments: [.test]
            ),
            configuration: Self.configuration,
            clock: test.clock
        )
        #expect(folder.findings.map(\.code) == [.reloadFailed])
        #expect(folder.findings.map(\.error) == ["unknown-key"])
        #expect(folder.gate.decision(for: Self.operate).reasons.map(\.code) == [.baseMissing])
        // The earlier release still has them.
        #expect(try await test.reopened().gate.allows(Self.operate))
    }

    @Test("Without a license there is an application code, and a license can be installed")
    func noLicense() async throws {
        let test = try await TestLicenseFolder(configuration: Self.configuration)
        #expect(!test.folder.gate.allows(Self.operate))
        #expect(FileManager.default.fileExists(atPath: "\(test.path)/lic-application-code.txt"))
        #expect(test.folder.findings.isEmpty && test.folder.gate.findings.isEmpty)
        try await test.install(.base(), .plus("replication"), activates: true)
        #expect(test.folder.gate.allows(Self.operate) && test.folder.gate.allows(Self.replicate))
    }
}
