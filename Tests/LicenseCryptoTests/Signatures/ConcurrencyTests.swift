import Foundation
import LicenseCrypto
import LicenseModel
import Synchronization
import Testing

/// Trusted keys and verifiers that threads share.
@Suite("Concurrency")
struct ConcurrencyTests {
    @Test("Eight threads verify valid and invalid licenses correctly with shared keys")
    func threads() throws {
        let signers = SignatureAlgorithm.known.map(TestSigner.shared)
        let verifier = try LicenseVerifier(signers)
        let licenses = signers.map { signer -> (valid: String, invalid: String) in
            let parts = signer.token(.base).split(separator: ".")
            let other = signer.token(.plus).split(separator: ".")
            return (parts.joined(separator: "."), "\(parts[0]).\(parts[1]).\(other[2])")
        }
        let incorrect = Counter()
        let correct = Counter()
        let group = DispatchGroup()
        for thread in 0..<8 {
            group.enter()
            Thread {
                for round in 0..<10 {
                    // Each thread starts with a different algorithm.
                    for index in licenses.indices {
                        let license = licenses[(index + thread + round) % licenses.count]
                        let valid = verdict { try verifier.verify(token: license.valid) }
                        let invalid = verdict { try verifier.verify(token: license.invalid) }
                        (valid == "accepted" && invalid == "signature-invalid" ? correct : incorrect).add()
                    }
                }
                group.leave()
            }
            .start()
        }
        group.wait()
        #expect(incorrect.value == 0)
        #expect(correct.value == 8 * 10 * licenses.count)
    }

    @Test("Eight threads load keys and verify signatures concurrently")
    func loading() {
        let incorrect = Counter()
        let group = DispatchGroup()
        let signers = SignatureAlgorithm.known.map(TestSigner.shared)
        let texts = signers.map { ($0.jwk.text, $0.signature(over: [1, 2, 3])) }
        for _ in 0..<8 {
            group.enter()
            Thread {
                for (jwk, signature) in texts {
                    let isValid = try? TrustedKey(jwk: jwk).isValid(signature, over: [1, 2, 3])
                    if isValid != true {
                        incorrect.add()
                    }
                }
                group.leave()
            }
            .start()
        }
        group.wait()
        #expect(incorrect.value == 0)
    }

    /// A data race that the thread sanitizer must report, which proves that it would report others.
    ///
    /// `.ci/run` runs the suite under the thread sanitizer a second time, with `SEEDED_RACE` set.
    @Test(
        "The thread sanitizer reports a race",
        .enabled(if: ProcessInfo.processInfo.environment["SEEDED_RACE"] != nil, "set SEEDED_RACE to run the race")
    )
    func seededRace() {
        let racer = Racer()
        let group = DispatchGroup()
        for _ in 0..<2 {
            group.enter()
            Thread {
                // The threads must overlap without synchronization: the sanitizer remembers only recent accesses.
                racer.started.add(1, ordering: .relaxed)
                while racer.started.load(ordering: .relaxed) < 2 {}
                for _ in 0..<1_000_000 {
                    racer.count += 1
                }
                group.leave()
            }
            .start()
        }
        group.wait()
        #expect(racer.count > 0)
    }
}

/// A counter without a lock, on purpose.
private final class Racer: @unchecked Sendable {
    let started = Atomic<Int>(0)
    var count = 0
}

private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    var value: Int {
        self.lock.withLock { self.count }
    }

    func add() {
        self.lock.withLock { self.count += 1 }
    }
}
