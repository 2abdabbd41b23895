// swift-tools-version: 6.2

import PackageDescription

/// Creates the target of a program that libFuzzer runs.
///
/// Build it with `swift build -c release --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address`.
func fuzzer(_ name: String) -> Target {
    .executableTarget(name: name, dependencies: ["FuzzTargets"])
}

let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-licensing", path: "../..")
    ],
    targets: [
        .systemLibrary(name: "CFuzzOpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "CFuzzOpenSSL",
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
                .product(name: "ZStackLicensingTesting", package: "swift-licensing"),
            ]
        ),
        fuzzer("FuzzJSON"),
        fuzzer("FuzzFile"),
        fuzzer("FuzzClaims"),
        fuzzer("FuzzKeys"),
        fuzzer("FuzzVendor"),
        fuzzer("FuzzDER"),
        fuzzer("FuzzCanary"),

        // Writes the seed corpus.
        .executableTarget(name: "Seeds", dependencies: ["FuzzTargets"]),

        // Checks that memory does not grow over many licenses.
        .executableTarget(name: "Soak", dependencies: ["FuzzTargets"]),

        // Runs and times saved inputs without libFuzzer.
        .executableTarget(name: "Replay", dependencies: ["FuzzTargets"]),
    ],
    swiftLanguageModes: [.v6]
)
