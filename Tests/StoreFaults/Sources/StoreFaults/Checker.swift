import LicenseStore
import Licensing

/// What must survive a fault, and the check that it has.
struct Checker {
    let place: Place
    let change: Change
    private let code: String?
    private let mark: LicenseInstant?

    /// Notes what is there before the change.
    init(_ place: Place, _ change: Change) async throws {
        self.place = place
        self.change = change
        try place.restore()
        let reader = try await place.open(.withoutWriting)
        self.code = change.before.isEmpty ? nil : try await reader.licenseRequest()
        self.mark = reader.gate.trustedClock.mark
    }

    /// Finds what is wrong with the folder after the fault, and then completes the change.
    ///
    /// - Parameters:
    ///   - isDone: Whether the process reported that the change is done.
    ///   - isRefused: Whether the process reported that the change has failed.
    ///   - misses: Whether the process reported that an entry is missing in the history.
    /// - Returns: What is wrong.
    func problems(isDone: Bool = false, isRefused: Bool = false, missesEntry misses: Bool = false) async -> [String] {
        do {
            return try await self.check(isDone: isDone, isRefused: isRefused, missesEntry: misses)
        } catch {
            return ["\(error)"]
        }
    }

    private func check(isDone: Bool, isRefused: Bool, missesEntry: Bool) async throws -> [String] {
        var problems: [String] = []
        let change = self.change
        func expect(_ condition: Bool, _ problem: @autoclosure () -> String) {
            if !condition {
                problems.append(problem())
            }
        }

        let reader = try await self.place.open(.withoutWriting)
        let found = Set(try await reader.list().map(\.license.id.rawValue))
        let isOldOrNew =
            found.isSuperset(of: change.before.intersection(change.after))
            && found.isSubset(of: change.before.union(change.after))
        expect(isOldOrNew, "licenses \(found.sorted())")
        expect(!isDone || found == change.after, "done, but the licenses are \(found.sorted())")
        let added = change.after.subtracting(change.before)
        let isPartial = !found.isDisjoint(with: added) && !found.isSuperset(of: added)
        expect(!isRefused || !isPartial, "refused, but the licenses are \(found.sorted())")
        let codes = Set(reader.findings.map(\.code.rawValue))
        expect(codes == (isPartial ? ["install-incomplete"] : []), "reader: \(reader.findings)")
        expect((reader.gate.trustedClock.mark ?? .earliest) >= (self.mark ?? .earliest), "the mark went back")

        let server = try await self.place.open(.creating)
        expect(server.gate.allows(.operate(.base)) == !found.isEmpty, "the gate does not follow the files")
        let request = try await server.licenseRequest()
        expect(self.code == nil || self.code == request, "another application code")
        expect(self.place.temporaries.isEmpty, "temporary files are left: \(self.place.temporaries)")
        if let event = change.event, found != change.before {
            let count = try await server.history().count { $0.event.rawValue == event && $0.code != "gone" }
            let expected = change.before.isEmpty || event == "delete" ? 1 : 2
            expect(
                count == expected || missesEntry && count < expected,
                "\(count) entries in the history and not \(expected)"
            )
        }
        do {
            _ = try await change.make(server, self.place)
        } catch let error as LicenseStoreError {
            expect(error.code == .notFound, "again: \(error)")
        }
        try await server.reload(by: .admin)
        let last = Set(try await server.list().map(\.license.id.rawValue))
        expect(last == change.after, "after completing it, the licenses are \(last.sorted())")
        expect(server.findings.isEmpty, "after completing it: \(server.findings)")
        return problems
    }
}
