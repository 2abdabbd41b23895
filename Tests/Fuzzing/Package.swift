// swift-tools-version: 6.2

import PackageDescription

/// A program that libFuzzer drives.
///
/// Build it with `swift build -c release --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address`.
func fuzzer(_ name: String) -> Target {
    .executableTarget(name: name, dependencies: ["FuzzTargets"])
}

let package = Package(
    name: "fuzzing",
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
            ]
        ),
        fuzzer("FuzzJSON"),
        fuzzer("FuzzFile"),
        fuzzer("FuzzClaims"),
        fuzzer("FuzzKeys"),
        fuzzer("FuzzCanary"),

        // Writes the seed corpus.
        .executableTarget(name: "Seeds", dependencies: ["FuzzTargets"]),

        // Watches the memory over many licenses.
        .executableTarget(name: "Soak", dependencies: ["FuzzTargets"]),

        // Runs inputs that were kept, without libFuzzer, and times them.
        .executableTarget(name: "Replay", dependencies: ["FuzzTargets"]),
    ],
    swiftLanguageModes: [.v6]
)
