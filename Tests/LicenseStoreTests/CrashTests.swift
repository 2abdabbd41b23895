#if DEBUG
import Foundation
import LicenseModel
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing

@testable import LicenseStore

/// A folder after a crash at any moment, and after an error at any call.
@Suite("Crashes and errors")
struct CrashTests {
    /// The tests check one in so many states: all of them take minutes.
    ///
    /// `STORE_TEST_STEP=1` checks all, as `.ci/steps/crash-states` does.
    private static let step = ProcessInfo.processInfo.environment["STORE_TEST_STEP"].flatMap(Int.init) ?? 75

    /// What must survive: the licenses, the node's thumbprint, and the saved time.
    private struct Record {
        let thumbprint: ClaimString?
        let mark: LicenseInstant?

        init(_ fixture: StoreFixture, _ files: RecordingFiles) throws {
            let engine = try fixture.open(creates: false, on: files)
            self.thumbprint = engine.identity.thumbprint
            self.mark = engine.gate.trustedClock.mark
        }
    }

    /// Checks a folder after a fault: each license is there as before or as after the change, and the folder works.
    private static func check(
        _ scenario: FolderScenario,
        _ fixture: StoreFixture,
        _ files: RecordingFiles,
        _ before: Record,
        _ place: @autoclosure () -> String
    ) throws {
        let reader = try fixture.open(creates: false, on: files)
        let found = Set(reader.activeLicenses.map(\.id))
        let isOldOrNew =
            found.isSuperset(of: scenario.before.intersection(scenario.after))
            && found.isSubset(of: scenario.before.union(scenario.after))
        #expect(isOldOrNew, "\(place()): \(found)")
        let added = scenario.after.subtracting(scenario.before)
        let isPartial = !found.isDisjoint(with: added) && !found.isSuperset(of: added)
        #expect(reader.findingCodes.contains("install-incomplete") == isPartial, "\(place()): \(reader.findings)")
        let others = Set(reader.findingCodes).subtracting(["install-incomplete"])
        #expect(others.isEmpty, "\(place()): \(reader.findings)")
        if let thumbprint = before.thumbprint {
            #expect(reader.identity.thumbprint == thumbprint, "\(place())")
            #expect(reader.identity.code != nil, "\(place())")
        }
        #expect((reader.gate.trustedClock.mark ?? .earliest) >= (before.mark ?? .earliest), "\(place())")

        // A server opens the folder, repeats the change, and everything is as it should be.
        let server = try fixture.open(on: files)
        #expect(server.identity.code != nil, "\(place())")
        #expect(files.names(at: StoreFixture.path).allSatisfy { !$0.hasPrefix(".tmp-") }, "\(place())")
        #expect(files.names(at: "/licenses/private").allSatisfy { !$0.hasPrefix(".tmp-") }, "\(place())")
        do {
            try scenario.change(fixture, files)
        } catch let error as LicenseStoreError {
            // The deletion was complete already.
            #expect(error.code == .notFound, "\(place()): \(error)")
        }
        try server.reload()
        #expect(Set(server.activeLicenses.map(\.id)) == scenario.after, "\(place())")
        #expect(server.findings.isEmpty, "\(place()): \(server.findings)")
        #expect(files.openCount == 0, "\(place())")
    }

    @Test(
        "After a crash at any call each license is old or new, and none is lost or torn",
        .tags(.p53),
        arguments: FolderScenario.all
    )
    func crashes(_ scenario: FolderScenario) throws {
        let fixture = try StoreFixture()
        try scenario.prepare(fixture)
        let start = fixture.files.copy()
        let before = try Record(fixture, start)
        var images = 0
        // A crash before a call leaves what the calls before it have done.
        let history = try start.copy().history { try scenario.change(fixture, $0) }
        for (call, nodes) in history.enumerated() {
            for (number, image) in RecordingFiles.crashImages(of: nodes).enumerated() {
                images += 1
                guard images.isMultiple(of: Self.step) else {
                    continue
                }
                let files = RecordingFiles(image)
                try Self.check(scenario, fixture, files, before, "crash at call \(call), image \(number)")
            }
        }
        #expect(history.count > 50 && images >= history.count, "\(history.count) calls, \(images) states of the disk")
    }

    @Test(
        "After an error at any call the old license is there, and the folder works again",
        .tags(.p52),
        arguments: FolderScenario.all
    )
    func errors(_ scenario: FolderScenario) throws {
        let fixture = try StoreFixture()
        try scenario.prepare(fixture)
        let start = fixture.files.copy()
        let before = try Record(fixture, start)
        // EIO at one call, and ENOSPC from one call on.
        for (number, isLasting): (Int32, Bool) in [(5, false), (28, true)] {
            var call = Int(number) % Self.step
            while true {
                let files = start.copy()
                files.inject(isLasting ? .errors(number, from: call) : .error(number, at: call))
                do {
                    try scenario.change(fixture, files)
                } catch let error as LicenseStoreError {
                    #expect(!error.message.english.isEmpty && error.message.english != error.message.simplifiedChinese)
                }
                let isReached = files.callCount > call
                files.inject(nil)
                #expect(files.openCount == 0, "error \(number) at call \(call)")
                guard isReached else {
                    break
                }
                try Self.check(scenario, fixture, files, before, "error \(number) at call \(call), \(isLasting)")
                call += Self.step
            }
        }
    }

    @Test("Short writes are continued")
    func shortWrites() throws {
        let fixture = try StoreFixture()
        fixture.files.state.withLock { $0.largestWrite = 7 }
        let engine = try fixture.open()
        try engine.install(fixture.file(.base().id("a")), activates: true)
        #expect(engine.activeIDs == ["a"])
        #expect(try fixture.open(creates: false).activeIDs == ["a"])
    }

    @Test("A disk that lies about a write is noticed before the file replaces another")
    func lyingWrites() throws {
        let fixture = try StoreFixture()
        let engine = try fixture.open()
        fixture.files.state.withLock { $0.lostBytes = 3 }
        let error = try #require(throws: LicenseStoreError.self) {
            try engine.install(fixture.file(.base().id("a")))
        }
        #expect(error.code == .storageFailed)
        #expect(error.systemError == "written-wrong")
        fixture.files.state.withLock { $0.lostBytes = 0 }
        #expect(try fixture.open(creates: false).activeIDs.isEmpty)
        #expect(fixture.files.names(at: StoreFixture.path).allSatisfy { !$0.hasSuffix(".lic") })
    }

    @Test("A failed last confirmation is no failure, and the outcome says so")
    func durability() throws {
        let fixture = try StoreFixture()
        let engine = try fixture.open()
        let file = try fixture.file(.base().id("a"))
        let start = fixture.files.copy()
        fixture.files.inject(nil)
        try engine.install(file)
        let calls = fixture.files.state.withLock { $0.calls }
        let last = try #require(calls.lastIndex { $0.hasPrefix("rename") && $0.hasSuffix(".lic") }) + 1

        let other = try StoreFixture(start)
        let files = fixture.settings(on: start)
        let again = try FolderEngine(files)
        start.inject(.error(5, at: last))
        let installation = try again.install(file)
        #expect(installation.installed.map(\.id) == ["a"])
        #expect(installation.durability?.code == .durabilityUnknown)
        #expect(installation.durability?.systemError == "EIO")
        withExtendedLifetime(other) {}
    }
}
#endif
