import Foundation
import LicenseStore

/// Kills a worker at random moments while another process's view of the folder is read all the time.
struct RandomRun {
    let place: Place
    let rounds: Int

    /// What the worker had confirmed when it was killed, and the license whose change was under way.
    private struct Expected {
        var installed: Set<String> = [RandomWorker.constant]
        var uncertain: String?
        var wasInstalled = false

        /// Follows a line of the worker.
        mutating func follow(_ line: String) {
            switch line.first {
            case "+", "-":
                self.uncertain = String(line.dropFirst().dropLast())
                self.wasInstalled = line.first == "-"
            case "=":
                if let id = self.uncertain {
                    self.settle(isInstalled: !self.wasInstalled, id)
                }
            default: break
            }
        }

        /// Takes over what was found of the change that was under way.
        mutating func settle(isInstalled: Bool, _ id: String) {
            self.uncertain = nil
            if isInstalled {
                self.installed.insert(id)
            } else {
                self.installed.remove(id)
            }
        }
    }

    func run() async throws -> Int32 {
        var random = SeededRandom(seed: 1)
        var expected = Expected()
        var failures = 0
        var reads = 0
        try self.place.removeHome()
        try await self.place.open(.creating).install(contentsOf: self.place.path("x.lic"), by: .admin)
        for round in 0..<self.rounds {
            let worker = try Subprocess([
                CommandLine.arguments[0], "random-worker", self.place.root, "\(round)",
            ])
            guard worker.readLine() == Worker.ready else {
                print("round \(round): the folder does not open: \(worker.readAll())")
                return 1
            }
            let reader = Task { try await self.read() }
            try await Task.sleep(for: .microseconds(Int(random.next() % 60_000)))
            kill(worker.pid, SIGKILL)
            worker.wait()
            reader.cancel()
            for line in worker.readAll().split(separator: "\n", omittingEmptySubsequences: false) {
                expected.follow(line + "\n")
            }
            var problems: [String] = []
            do {
                reads += try await reader.value
            } catch {
                problems.append("\(error)")
            }
            problems += try await self.check(&expected)
            for problem in problems {
                failures += 1
                print("round \(round): \(problem)")
            }
        }
        print("random kills: \(self.rounds), with \(reads) readings meanwhile, \(failures) failures")
        return failures == 0 ? 0 : 1
    }

    /// Opens the folder again and again as a reader, until the task is canceled.
    ///
    /// - Returns: The number of readings.
    private func read() async throws -> Int {
        var count = 0
        while !Task.isCancelled {
            let folder = try await self.place.open(.withoutWriting)
            guard folder.findings.isEmpty, folder.gate.allows(.operate(.base)) else {
                throw ReaderError(findings: folder.findings)
            }
            count += 1
        }
        return count
    }

    private struct ReaderError: Error {
        let findings: [LicenseStoreFinding]
    }

    private func check(_ expected: inout Expected) async throws -> [String] {
        var problems: [String] = []
        let server = try await self.place.open(.creating)
        let found = Set(try await server.list().map(\.license.id.rawValue))
        if let id = expected.uncertain {
            expected.settle(isInstalled: found.contains(id), id)
        }
        if found != expected.installed {
            problems.append("\(found.sorted()) and not \(expected.installed.sorted())")
            expected.installed = found
        }
        if !server.findings.isEmpty {
            problems.append("\(server.findings)")
        }
        // The last event of each license agrees with the files.
        var last: [String: String] = [:]
        for entry in try await server.history() where ["install", "delete"].contains(entry.event.rawValue) {
            for id in entry.licenseIDs where entry.code != "gone" {
                last[id.rawValue] = entry.event.rawValue
            }
        }
        let recorded = Set(last.filter { $0.value == "install" }.keys)
        if recorded != found {
            problems.append("the history has \(recorded.sorted()), the files have \(found.sorted())")
        }
        if !self.place.temporaries.isEmpty {
            problems.append("temporary files are left")
        }
        return problems
    }
}
