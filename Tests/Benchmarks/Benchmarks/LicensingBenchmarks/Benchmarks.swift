import Benchmark
import Foundation
import JWTKit
@_spi(Fuzzing) import LicenseCrypto
import LicenseModel

let benchmarks: @Sendable () -> Void = {
    verification()
    vendorFiles()
    peers()
    reading()
    readingKeys()
    gate()
    evaluation()
}

/// Compares verifying a token with only the signature check in libcrypto.
private func verification() {
    for algorithm in SignatureAlgorithm.known {
        let key = SigningKey(algorithm)
        let verifier = LicenseVerifier(trusting: key.trusted, product: .only("cloud"))
        ratio("verify \(algorithm.rawValue) ÷ bare libcrypto", perRound: 100) { count in
            for _ in 0..<count {
                blackHole(requireValue { try verifier.verify(token: key.token) })
            }
        } to: { count in
            for _ in 0..<count {
                key.verifyBare()
            }
        }
    }
}

/// Compares verifying a token with jwt-kit 5, which verifies and decodes the same token with the same key.
private func peers() {
    for algorithm in [SignatureAlgorithm.ed25519, .es256, .ps256] {
        // jwt-kit knows only the older name of Ed25519.
        let key = SigningKey(algorithm, header: algorithm == .ed25519 ? "EdDSA" : nil)
        let verifier = LicenseVerifier(trusting: key.trusted, product: .only("cloud"))
        let peer = Task { await JWTKitPeer(key) }
        ratio("verify \(algorithm.rawValue) ÷ jwt-kit 5", perRound: 100) { count in
            for _ in 0..<count {
                blackHole(requireValue { try verifier.verify(token: key.token) })
            }
        } to: { count in
            let peer = await peer.value
            for _ in 0..<count {
                blackHole(await peer.verify())
            }
        }
    }
}

/// Measures the strict JSON parser, and compares it with `JSONDecoder`.
private func reading() {
    let data = Data(json)
    let decoder = JSONDecoder()
    ratio("JSONDecoder ÷ strict JSON, \(json.count) bytes", perRound: 1_000) { count in
        for _ in 0..<count {
            blackHole(requireValue { try decoder.decode(SamplePayload.self, from: data) })
        }
    } to: { count in
        for _ in 0..<count {
            blackHole(JSONProbe.isStrict(json))
        }
    }

    let timed = Benchmark.Configuration(
        metrics: [.wallClock, .throughput],
        scalingFactor: .kilo,
        maxDuration: .seconds(2)
    )
    Benchmark("strict JSON, \(json.count) bytes", configuration: timed) { benchmark in
        for _ in benchmark.scaledIterations {
            blackHole(JSONProbe.isStrict(json))
        }
    }

    let single = Benchmark.Configuration(metrics: [.wallClock], maxDuration: .seconds(1))
    for (name, text) in largeTexts {
        precondition(text.count > 65_000 && JSONProbe.isStrict(text))
        Benchmark("strict JSON, 64 KiB: \(name)", configuration: single) { benchmark in
            for _ in benchmark.scaledIterations {
                blackHole(JSONProbe.isStrict(text))
            }
        }
    }
}

/// Measures loading and checking a trusted key, as when a product starts.
private func readingKeys() {
    let configuration = Benchmark.Configuration(metrics: [.wallClock], maxDuration: .seconds(1))
    for algorithm in SignatureAlgorithm.known {
        let pem = SigningKey(algorithm).pem
        Benchmark("read a key, \(algorithm.rawValue)", configuration: configuration) { benchmark in
            for _ in benchmark.scaledIterations {
                blackHole(requireValue { try TrustedKey(pem: pem, algorithm: algorithm) })
            }
        }
    }
    let jwk = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","kid":"a"}"#
    Benchmark("read a JWK, Ed25519", configuration: configuration) { benchmark in
        for _ in benchmark.scaledIterations {
            blackHole(requireValue { try TrustedKey(jwk: jwk) })
        }
    }
}
