#if DEBUG
import LicenseCrypto
import LicenseModel
import LicenseTesting
import TestSupport
import Testing

@testable import LicenseStore

@Suite("The set of licenses of a folder")
struct LicenseSetTests {
    private let fixture: StoreFixture
    private let node: LicenseRequirement<Set<ClaimString>> = .only([])

    init() throws {
        self.fixture = try StoreFixture()
    }

    private var now: LicenseInstant {
        self.fixture.clock.now
    }

    private func set(_ files: [FileName: [VerifiedFile.Entry]]) -> LicenseSet {
        LicenseSet().reading(files.mapValues { .licenses($0, digest: []) }, at: self.now)
    }

    private func refusal(
        of entries: [VerifiedFile.Entry],
        in set: LicenseSet,
        allowsOlder: Bool = false
    ) -> LicenseStoreError.Code? {
        do {
            _ = try set.installation(of: entries, node: self.node, allowsOlder: allowsOlder, at: self.now)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("A file that is bad keeps its licenses, and one that is gone loses them")
    func memory() throws {
        let first = try self.fixture.entries(.base().id("a"))
        let second = try self.fixture.entries(.plus("m").id("b"))
        let name = FileName("a.lic")
        let set = self.set([name: first, FileName("b.lic"): second])
        let bad = set.reading([name: .bad(code: "malformed")], at: self.now)
        #expect(bad.entries.map(\.license.id) == ["a"])
        #expect(bad.files[name]?.problem == LicenseSet.Problem(code: "malformed", since: self.now))
        #expect(bad.goodDigests.isEmpty)

        // The time of the first failure stays while the failure is the same.
        self.fixture.clock.advance(days: 1)
        let later = bad.reading([name: .bad(code: "malformed")], at: self.now)
        #expect(later.files[name]?.problem?.since == TestLicenseClock.start)
        let other = later.reading([name: .bad(code: "EIO")], at: self.now)
        #expect(other.files[name]?.problem?.since == self.now)
        #expect(other.entries.map(\.license.id) == ["a"])
        #expect(other.reading([:], at: self.now).entries.isEmpty)
    }

    @Test("A license that is installed already is unchanged, whatever else applies")
    func unchanged() throws {
        let older = try self.fixture.entries(.base().id("old").issued(daysAgo: 9))
        let newer = try self.fixture.entries(.base().id("new"))
        let set = self.set([FileName("x.lic"): older + newer])
        let installation = try set.installation(of: older, node: self.node, allowsOlder: false, at: self.now)
        #expect(installation.added.isEmpty)
        #expect(installation.unchanged.map(\.id) == ["old"])
    }

    @Test("A license whose file is damaged is installed again")
    func repair() throws {
        let entries = try self.fixture.entries(.base().id("a"))
        let name = LicenseSet.name(of: entries[0].license)
        let set = self.set([name: entries]).reading([name: .bad(code: "malformed")], at: self.now)
        let installation = try set.installation(of: entries, node: self.node, allowsOlder: false, at: self.now)
        #expect(installation.added == entries)
    }

    @Test("A file is refused for its nodes only if all of its licenses are")
    func otherNodes() throws {
        let bound = try self.fixture.entries(.base().id("a").bound(to: "elsewhere"))
        let free = try self.fixture.entries(.plus("m").id("b"))
        #expect(self.refusal(of: bound, in: LicenseSet())?.rawValue == "wrong-node")
        #expect(self.refusal(of: bound + free, in: LicenseSet()) == nil)
    }

    @Test("An ID of the same issuer with other contents is a conflict, in one file, too")
    func conflicts() throws {
        let first = try self.fixture.entries(.base().id("a"))
        let other = try self.fixture.entries(.base().id("a").limited(to: ["cores": 7]))
        let elsewhere = try self.fixture.entries(.base().id("a").issued(by: "Other"))
        let set = self.set([FileName("x.lic"): first])
        #expect(self.refusal(of: other, in: set) == .idConflict)
        #expect(self.refusal(of: first + other, in: LicenseSet()) == .idConflict)
        #expect(self.refusal(of: elsewhere, in: set) == nil)
        // Even the contents that are there cannot be added where they are in conflict already.
        #expect(self.refusal(of: other, in: set, allowsOlder: true) == .idConflict)
    }

    struct Comparison: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let installed: TestLicense
        let new: TestLicense
        let isOlder: Bool

        init(_ description: String, _ installed: TestLicense, _ new: TestLicense, isOlder: Bool) {
            self.testDescription = description
            self.installed = installed
            self.new = new
            self.isOlder = isOlder
        }
    }

    @Test(
        "A license is older than one that was issued later for the same purpose",
        .tags(.p45),
        arguments: [
            Comparison("earlier iat", .base(), .base().issued(daysAgo: 1), isOlder: true),
            Comparison("same iat", .base(), .base(), isOlder: false),
            Comparison("later iat", .base().issued(daysAgo: 1), .base(), isOlder: false),
            Comparison("lower sequence", .base().sequence(42), .base().sequence(41), isOlder: true),
            Comparison("same sequence", .base().sequence(42), .base().sequence(42), isOlder: false),
            Comparison(
                "sequence before iat",
                .base().sequence(41),
                .base().sequence(42).issued(daysAgo: 9),
                isOlder: false
            ),
            Comparison("sequence of one alone", .base().sequence(42), .base().issued(daysAgo: 1), isOlder: true),
            Comparison("other licensee", .base().issued(to: "B"), .base().issued(daysAgo: 1), isOlder: false),
            Comparison("other issuer", .base().issued(by: "B"), .base().issued(daysAgo: 1), isOlder: false),
            Comparison("other category", .base().bundling("m"), .plus("m").issued(daysAgo: 1), isOlder: false),
            Comparison("common module", .plus("m", "n"), .plus("n", "o").issued(daysAgo: 1), isOlder: true),
            Comparison("no common module", .plus("m"), .plus("n").issued(daysAgo: 1), isOlder: false),
            Comparison(
                "common node",
                .base().bound(to: "a", "b"),
                .base().bound(to: "b").issued(daysAgo: 1),
                isOlder: true
            ),
            Comparison("any node", .base(), .base().bound(to: "b").issued(daysAgo: 1), isOlder: true),
            Comparison("other node", .base().bound(to: "a"), .base().bound(to: "b").issued(daysAgo: 1), isOlder: false),
        ]
    )
    func older(_ comparison: Comparison) throws {
        let installed = try self.fixture.entries(comparison.installed.id("installed"))
        let new = try self.fixture.entries(comparison.new.id("new"))
        #expect(LicenseSet.replaces(installed[0].license, new[0].license) == comparison.isOlder)
        guard new[0].license.nodes == nil else {
            return
        }
        let set = self.set([FileName("x.lic"): installed])
        #expect(self.refusal(of: new, in: set) == (comparison.isOlder ? .olderThanInstalled : nil))
        #expect(self.refusal(of: new, in: set, allowsOlder: true) == nil)
        // Licenses of one file are not compared with each other.
        #expect(self.refusal(of: installed + new, in: LicenseSet()) == nil)
    }

    @Test("A full set takes no license more, and names those that are expired")
    func full() throws {
        let first = try self.fixture.entries(.base().id("a"), .plus("m").id("b"))
        let expired = try self.fixture.entries(.plus("n").id("c").expired(), .plus("o").id("d").inGrace())
        let set = self.set([FileName("x.lic"): first, FileName("y.lic"): expired])
        func refusal(of entries: [VerifiedFile.Entry], _ count: Int) -> LicenseSet.Refusal? {
            do {
                _ = try set.installation(
                    of: entries,
                    node: self.node,
                    allowsOlder: true,
                    at: self.now,
                    maximumCount: count
                )
                return nil
            } catch {
                return error
            }
        }
        let more = try self.fixture.entries(.plus("p").id("e"), .plus("q").id("f"))
        #expect(refusal(of: more, 6) == nil)
        #expect(refusal(of: more, 5) == LicenseSet.Refusal(code: .storeFull, licenseIDs: ["c"]))
        #expect(refusal(of: first + Array(more.prefix(1)), 5) == nil)
        // What is there already is unchanged, even where licenses that were copied in exceed the number.
        #expect(refusal(of: first, 1) == nil)
        #expect(LicenseSet.maximumCount == 4_096)
    }

    @Test("Of two licenses with one ID, the rules select the same one each time")
    func selection() throws {
        let early = try self.fixture.entries(.base().id("a").issued(daysAgo: 2))
        let late = try self.fixture.entries(.base().id("a"))
        let same = try self.fixture.entries(.base().id("a").limited(to: ["cores": 9]))
        let (x, y) = (FileName("x.lic"), FileName("y.lic"))

        let byTime = self.set([x: early, y: late])
        #expect(byTime.selection(preferring: []).licenses == late.map(\.license))
        #expect(byTime.selection(preferring: []).conflicting == early.map(\.license))

        let active = Set(early.map(\.license.payloadDigest))
        #expect(byTime.selection(preferring: active).licenses == early.map(\.license))

        let named = self.set([LicenseSet.name(of: early[0].license): early, y: late])
        #expect(named.selection(preferring: []).licenses == early.map(\.license))

        let byDigest = self.set([x: late, y: same])
        let smaller = [late[0], same[0]].map(\.license.payloadDigest).sorted(by: <)[0]
        #expect(byDigest.selection(preferring: []).licenses.map(\.payloadDigest) == [smaller])
    }

    @Test("Deleting a license removes each file that holds or held it, and keeps the others")
    func deletion() throws {
        let first = try self.fixture.entries(.base().id("a"))
        let second = try self.fixture.entries(.plus("m").id("b"))
        let third = try self.fixture.entries(.plus("n").id("c"))
        let (x, y, z) = (FileName("x.lic"), FileName("y.lic"), FileName("z.lic"))
        let set = self.set([x: first + second, y: first, z: third])

        let deletion = try set.deletion(of: "a", issuer: .any)
        #expect(deletion.removed == [x, y])
        #expect(deletion.kept == second)
        #expect(deletion.licenses == first.map(\.license))

        // What another file holds needs no file of its own.
        let held = self.set([x: first + third, z: third])
        #expect(try held.deletion(of: "a", issuer: .any).kept.isEmpty)

        let bad = set.reading(
            [x: .bad(code: "EIO"), y: .licenses(first, digest: []), z: .licenses(third, digest: [])],
            at: self.now
        )
        #expect(try bad.deletion(of: "a", issuer: .any).removed == [x, y])
    }

    @Test("Deleting needs an ID that is there, and the issuer where two have it")
    func deletionRefused() throws {
        let first = try self.fixture.entries(.base().id("a"))
        let other = try self.fixture.entries(.base().id("a").issued(by: "Other"))
        let set = self.set([FileName("x.lic"): first, FileName("y.lic"): other])
        #expect(throws: LicenseSet.Refusal(code: .notFound, licenseIDs: ["b"])) {
            try set.deletion(of: "b", issuer: .any)
        }
        let issuers = (first + other).map(\.license.issuer).sorted()
        #expect(issuers.map(\.rawValue) == ["Other", "Test Vendor"])
        #expect(throws: LicenseSet.Refusal(code: .idConflict, licenseIDs: ["a"], issuers: issuers)) {
            try set.deletion(of: "a", issuer: .any)
        }
        let deletion = try set.deletion(of: "a", issuer: .only(ClaimString("Other")))
        #expect(deletion.licenses == other.map(\.license))
        #expect(throws: LicenseSet.Refusal(code: .notFound, licenseIDs: ["a"])) {
            try set.deletion(of: "a", issuer: .only(ClaimString("Nobody")))
        }
    }

    @Test("A license gets another name where a file with its own name holds others")
    func otherNames() throws {
        let first = try self.fixture.entries(.base().id("a"))
        let second = try self.fixture.entries(.plus("m").id("b"))
        let name = LicenseSet.name(of: first[0].license)
        let other = FileName("\(first[0].license.payloadDigest).1.lic")
        #expect(LicenseSet().nameForWriting(first[0].license) == name)
        #expect(self.set([name: first]).nameForWriting(first[0].license) == name)
        #expect(self.set([name: second]).nameForWriting(first[0].license) == other)
        #expect(self.set([name: first + second]).nameForWriting(first[0].license) == other)
        let damaged = LicenseSet().reading([name: .bad(code: "malformed")], at: self.now)
        #expect(damaged.nameForWriting(first[0].license) == name)
    }

    @Test(
        "A file is a license file by the end of its name",
        arguments: [
            ("a.lic", true), ("A.LIC", true), (".lic", false), (".a.lic", false), ("a.lic~", false), ("lic", false),
            ("a.licx", false), ("a b\u{202E}.lic", true),
        ]
    )
    func names(_ name: String, _ isLicenseFile: Bool) {
        #expect(FileName(name).isLicenseFile == isLicenseFile)
    }

    @Test("Names that are not printable are escaped for people")
    func printableNames() {
        #expect("\(FileName("a\u{1B}[2J\u{202E}b.lic"))" == "a\\u{1b}[2J\\u{202e}b.lic")
        #expect("\(FileName([0xFF, 0x2E]))" == "\u{FFFD}.")
    }
}
#endif
