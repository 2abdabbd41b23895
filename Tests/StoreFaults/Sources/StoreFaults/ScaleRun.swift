import Foundation
import Licensing

/// Measures how long opening a folder takes on one and on two processors, and how time and memory grow with the licenses.
struct ScaleRun {
    let place: Place

    /// The numbers of licenses, up to the cap of a folder.
    private static let sizes = [64, 1_000, 4_096]

    /// What a process measured, in milliseconds and KiB.
    private struct Measurement {
        /// The processor time and the real time of the opening.
        var processor = Double.infinity
        var real = Double.infinity

        /// The processor time of verifying the files alone.
        var bare = Double.infinity

        /// The most memory that the process had.
        var memory = Double.infinity

        /// The better one of each figure of two measurements, since other processes disturb both.
        func best(_ other: Measurement) -> Measurement {
            Measurement(
                processor: min(self.processor, other.processor),
                real: min(self.real, other.real),
                bare: min(self.bare, other.bare),
                memory: min(self.memory, other.memory)
            )
        }
    }

    /// The measurements on one processor by the number of licenses, and what follows from them.
    private struct Figures {
        var one: [Int: Measurement]

        /// The time of opening 1,000 licenses in times of verifying them alone.
        var overhead: Double { self[1_000].processor / self[1_000].bare }

        /// How much more time each of 4,096 licenses takes than each of 1,000.
        var time: Double { self[4_096].processor / self[1_000].processor / 4.096 }

        /// How much more memory each of 4,096 licenses takes than each of 1,000.
        var memory: Double {
            let added = self[1_000].memory - self[64].memory
            return (self[4_096].memory - self[64].memory) / added / (4_032.0 / 936)
        }

        /// The memory of each of 4,096 licenses in KiB.
        var memoryOfEach: Double { (self[4_096].memory - self[64].memory) / 4_032 }

        var isGood: Bool { self.overhead <= 1.3 && self.time <= 1.2 && self.memory <= 1.2 }

        private subscript(size: Int) -> Measurement { self.one[size] ?? Measurement() }
    }

    func run() async throws -> Int32 {
        let vendor = try Vendor(publicKey: self.place.path("vendor.jwk"))
        for size in Self.sizes {
            let folder = self.place.path("scale-\(size)/home")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for number in 0..<size {
                try vendor.write(["l\(number)"], to: "\(folder)/\(number).lic")
            }
        }
        let failures = Failures()
        var figures = Figures(one: [:])
        // Other processes disturb single attempts, so a figure is too large only if it stays so.
        for round in 0..<15 where round < 3 || !figures.isGood {
            for size in Self.sizes {
                let best = (figures.one[size] ?? Measurement()).best(try self.measure(size, processors: 1))
                figures.one[size] = best
            }
        }
        let (overhead, time, memory) = (figures.overhead, figures.time, figures.memory)
        failures.check(overhead <= 1.3, "opening takes \(overhead) times the bare verifications")
        failures.check(time <= 1.2, "the time for 4,096 licenses is \(time) times as much for each as for 1,000")
        failures.check(memory <= 1.2, "the memory for 4,096 licenses is \(memory) times as much for each as for 1,000")

        let speedup = try self.speedup()
        if let speedup {
            failures.check(speedup >= 1.8, "two processors are \(speedup) times as fast as one")
        }
        func text(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
        print(
            "scale: opening is \(text(overhead)) x bare, two processors "
                + (speedup.map { "\(text($0)) x one" } ?? "skipped")
                + ", growth to 4,096: time \(text(time)) x, memory "
                + "\(text(memory)) x, \(text(figures.memoryOfEach)) KiB each, \(failures.count) failures"
        )
        return failures.count == 0 ? 0 : 1
    }

    /// How much faster two processors open 1,000 licenses, or `nil` on a machine with one.
    ///
    /// Other processes disturb single attempts, so it is too slow only if every attempt is.
    private func speedup() throws -> Double? {
        guard ProcessInfo.processInfo.activeProcessorCount > 1 else {
            return nil
        }
        var best = 0.0
        for _ in 0..<40 where best < 1.8 {
            let one = try self.measure(1_000, processors: 1).real
            let two = try self.measure(1_000, processors: 2).real
            best = max(best, one / two)
        }
        return best
    }

    private func measure(_ size: Int, processors: Int) throws -> Measurement {
        let process = try Subprocess([
            "taskset", "-c", processors == 1 ? "0" : "0,1", CommandLine.arguments[0], "measure", self.place.root,
            "\(size)",
        ])
        let figures = process.readAll().split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard process.wait() == 0, figures.count == 4 else {
            throw POSIXError(.ECHILD)
        }
        return Measurement(processor: figures[0], real: figures[1], bare: figures[2], memory: figures[3])
    }

    /// Opens a folder and verifies its files alone, in the process that is measured, and prints the figures.
    func measureHere(_ size: Int) async throws {
        let place = self.place.with(home: self.place.path("scale-\(size)/home"))
        // Loads libcrypto and its algorithms.
        _ = try Vendor.verifier(place.path("vendor.jwk")).verify(contentsOfFile: place.home + "/0.lic")
        let (processor, real) = (Self.time(CLOCK_PROCESS_CPUTIME_ID), Self.time(CLOCK_MONOTONIC))
        let folder = try await place.open(.withoutWriting)
        let opened = (Self.time(CLOCK_PROCESS_CPUTIME_ID) - processor, Self.time(CLOCK_MONOTONIC) - real)
        let memory = try String(contentsOfFile: "/proc/self/status", encoding: .utf8).split(separator: "\n")
            .first { $0.hasPrefix("VmHWM") }
            .map { String($0.filter(\.isNumber)) }
        precondition(folder.gate.entitlements.base.status == .valid && folder.findings.isEmpty)

        let verifier = try Vendor.verifier(place.path("vendor.jwk"))
        let files = try (0..<size).map { try Data(contentsOf: URL(filePath: "\(place.home)/\($0).lic")) }
            .map(Array.init)
        let start = Self.time(CLOCK_PROCESS_CPUTIME_ID)
        for file in files {
            _ = try verifier.verify(contents: file)
        }
        let bare = Self.time(CLOCK_PROCESS_CPUTIME_ID) - start
        print(opened.0, opened.1, bare, memory ?? "")
    }

    private static func time(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
    }
}

extension LicenseVerifier {
    /// Verifies a file.
    fileprivate func verify(contentsOfFile path: String) throws -> VerifiedFile {
        try self.verify(contents: Array(try Data(contentsOf: URL(filePath: path))))
    }
}
