#if DEBUG
import LicenseCrypto
import LicenseModel
import LicensePolicy
import LicenseTesting
import Testing

@testable import LicenseStore

/// A change of a folder that is tested with a fault at each of its calls.
struct FolderScenario: Sendable, CustomTestStringConvertible {
    /// The name of the change.
    let testDescription: String

    /// Brings the folder into the state before the change.
    let prepare: @Sendable (StoreFixture) throws -> Void

    /// The change, which an open folder or the opening itself makes.
    let change: @Sendable (StoreFixture, RecordingFiles) throws -> Void

    /// The IDs of the licenses that are there before and after the change.
    let before: Set<LicenseID>
    let after: Set<LicenseID>

    init(
        _ testDescription: String,
        before: Set<LicenseID> = [],
        after: Set<LicenseID> = [],
        prepare: @escaping @Sendable (StoreFixture) throws -> Void = { _ in },
        change: @escaping @Sendable (StoreFixture, RecordingFiles) throws -> Void
    ) {
        self.testDescription = testDescription
        self.before = before
        self.after = after
        self.prepare = prepare
        self.change = change
    }

    static let all: [FolderScenario] = [
        FolderScenario("first open") { fixture, files in
            _ = try fixture.open(on: files)
        },
        FolderScenario("first installation", after: ["a"]) { fixture, files in
            try fixture.open(creates: false, on: files).install(Files.one(fixture))
        },
        FolderScenario("install one", before: ["x"], after: ["x", "a"], prepare: Files.withLicense) { fixture, files in
            try fixture.open(creates: false, on: files).install(Files.one(fixture), activates: true)
        },
        FolderScenario(
            "install three",
            before: ["x"],
            after: ["x", "a", "b", "c"],
            prepare: Files.withLicense
        ) { fixture, files in
            try fixture.open(creates: false, on: files).install(Files.three(fixture))
        },
        FolderScenario(
            "install over a misnamed file",
            before: ["x"],
            after: ["x", "a"],
            prepare: { fixture in
                _ = try fixture.open()
                let name = LicenseSet.name(of: try Files.entry(fixture, Files.one(fixture)))
                fixture.files.put(String(decoding: Files.license(fixture), as: UTF8.self), at: "/licenses/\(name)")
            },
            change: { fixture, files in
                try fixture.open(creates: false, on: files).install(Files.one(fixture))
            }
        ),
        FolderScenario("reload", before: ["x"], after: ["x"], prepare: Files.withLicense) { fixture, files in
            try fixture.open(creates: false, on: files).reload()
        },
        FolderScenario("delete", before: ["x"], prepare: Files.withLicense) { fixture, files in
            try fixture.open(creates: false, on: files).delete("x")
        },
        FolderScenario(
            "delete one of a bundle",
            before: ["a", "b", "c"],
            after: ["a", "c"],
            prepare: { fixture in
                _ = try fixture.open()
                fixture.files.put(String(decoding: Files.three(fixture), as: UTF8.self), at: "/licenses/bundle.lic")
            },
            change: { fixture, files in
                try fixture.open(creates: false, on: files).delete("b")
            }
        ),
        FolderScenario("save the time", before: ["x"], after: ["x"], prepare: Files.withLicense) { fixture, files in
            let engine = try fixture.open(creates: false, on: files)
            engine.saveTime()
            engine.saveTime()
        },
    ]
}

/// The license files of the scenarios, each with the same bytes at every use of a fixture.
private enum Files {
    static func license(_ fixture: StoreFixture) -> [UInt8] {
        fixture.files(named: "x") { try $0.file(.base().id("x").issued(daysAgo: 1)) }
    }

    static func one(_ fixture: StoreFixture) -> [UInt8] {
        fixture.files(named: "a") { try $0.file(.base().id("a")) }
    }

    static func three(_ fixture: StoreFixture) -> [UInt8] {
        fixture.files(named: "abc") { try $0.file(.plus("m").id("a"), .plus("n").id("b"), .plus("o").id("c")) }
    }

    static func entry(_ fixture: StoreFixture, _ file: [UInt8]) throws -> License {
        try fixture.licensing.verifier.verify(contents: file).licenses[0]
    }

    @Sendable static func withLicense(_ fixture: StoreFixture) throws {
        let engine = try fixture.open()
        try engine.install(self.license(fixture), activates: true)
        engine.saveTime()
    }
}
#endif
