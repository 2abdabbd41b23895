// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        // Without the default trait, so that weight.sh measures only the core modules.
        .package(name: "swift-licensing", path: "../..", traits: []),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CBenchmarkOpenSSL",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        .executableTarget(
            name: "LicensingBenchmarks",
            dependencies: [
                "CBenchmarkOpenSSL",
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "LicenseTesting", package: "swift-licensing"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
                .product(name: "ZStackLicensingTesting", package: "swift-licensing"),
            ],
            path: "Benchmarks/LicensingBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
        ),

        // A program without the core modules, and one with them, for weight.sh.
        .executableTarget(name: "WeightBare"),
        .executableTarget(
            name: "WeightCore",
            dependencies: [
                .product(name: "Licensing", package: "swift-licensing")
            ]
        ),

        // How calls grow with the number of licenses, for growth.sh.
        .executableTarget(
            name: "Growth",
            dependencies: [
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "LicenseTesting", package: "swift-licensing"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
            ]
        ),

        // One operation in a loop, for counts.sh, which counts its allocations and instructions.
        .executableTarget(
            name: "Counts",
            dependencies: [
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "LicenseTesting", package: "swift-licensing"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
                .product(name: "ZStackLicensingTesting", package: "swift-licensing"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
