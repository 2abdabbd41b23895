import Foundation
import LicenseCrypto
import LicenseModel
import Synchronization
import Testing

/// Keys and verifiers are shared by threads.
@Suite("Concurrency")
struct ConcurrencyTests {
    @Test("Eight threads verify good and bad licenses with shared keys, and each gets the right answer")
    func threads() throws {
        let signers = SignatureAlgorithm.known.map(TestSigner.shared)
        let verifier = try LicenseVerifier(signers)
        let licenses = signers.map { signer -> (good: String, bad: String) in
            let parts = signer.token(.base).split(separator: ".")
            let other = signer.token(.plus).split(separator: ".")
            return (parts.joined(separator: "."), "\(parts[0]).\(parts[1]).\(other[2])")
        }
        let wrong = Counter()
        let right = Counter()
        let group = DispatchGroup()
        for thread in 0..<8 {
            group.enter()
            Thread {
                for round in 0..<10 {
                    // Each thread starts with another algorithm.
                    for index in licenses.indices {
                        let license = licenses[(index + thread + round) % licenses.count]
                        let good = verdict { try verifier.verify(token: license.good) }
                        let bad = verdict { try verifier.verify(token: license.bad) }
                        (good == "accepted" && bad == "signature-invalid" ? right : wrong).add()
                    }
                }
                group.leave()
            }
            .start()
        }
        group.wait()
        #expect(wrong.value == 0)
        #expect(right.value == 480)
    }

    @Test("Eight threads load keys and verify at once")
    func loading() {
        let wrong = Counter()
        let group = DispatchGroup()
        let signers = SignatureAlgorithm.known.map(TestSigner.shared)
        let texts = signers.map { ($0.jwk.text, $0.signature(over: [1, 2, 3])) }
        for _ in 0..<8 {
            group.enter()
            Thread {
                for (jwk, signature) in texts {
                    let isValid = try? TrustedKey(jwk: jwk).isValid(signature, over: [1, 2, 3])
                    if isValid != true {
                        wrong.add()
                    }
                }
                group.leave()
            }
            .start()
        }
        group.wait()
        #expect(wrong.value == 0)
    }

    /// The job that runs this suite under the thread sanitizer runs it a second time with this race, which must be reported.
    @Test(
        "The thread sanitizer reports a race",
        .enabled(if: ProcessInfo.processInfo.environment["SEEDED_RACE"] != nil, "the race is seeded on demand")
    )
    func seededRace() {
        let racer = Racer()
        let group = DispatchGroup()
        for _ in 0..<2 {
            group.enter()
            Thread {
                // Both run at once, and nothing orders them: the sanitizer forgets what ended long ago.
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

/// Counts without a lock, on purpose.
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
