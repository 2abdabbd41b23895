import Benchmark
import Foundation
import JWTKit
@_spi(Fuzzing) import LicenseCrypto
import LicenseModel

let benchmarks: @Sendable () -> Void = {
    verification()
    reading()
}

/// From a token's text to a licence, beside the least that libcrypto can be asked for.
private func verification() {
    for algorithm in SignatureAlgorithm.allCases {
        let key = SigningKey(algorithm)
        let verifier = LicenseVerifier(trusting: key.trusted, product: "cloud")
        ratio("verify \(algorithm.rawValue) ÷ bare libcrypto", perRound: 100) {
            blackHole(made { try verifier.verify(token: key.token) })
        } to: {
            key.verifyBare()
        }
    }
}

/// Texts that are read.
private func reading() {
    let data = Data(json)
    let decoder = JSONDecoder()
    ratio("JSONDecoder ÷ strict JSON, \(json.count) bytes", perRound: 1_000) {
        blackHole(made { try decoder.decode(SamplePayload.self, from: data) })
    } to: {
        blackHole(JSONProbe.isStrict(json))
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
    let jwk = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","kid":"a"}"#
    let single = Benchmark.Configuration(metrics: [.wallClock, .throughput], maxDuration: .seconds(2))
    Benchmark("read a JWK, Ed25519", configuration: single) { benchmark in
        for _ in benchmark.scaledIterations {
            blackHole(made { try TrustedKey(jwk: jwk) })
        }
    }
}
