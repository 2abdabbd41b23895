// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "store-faults",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-licensing", path: "../..")
    ],
    targets: [
        // Kills and disturbs a process that changes a license folder on a real disk. Linux only: it needs strace.
        .executableTarget(
            name: "StoreFaults",
            dependencies: [
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "LicenseIssuing", package: "swift-licensing"),
                .product(name: "LicenseStore", package: "swift-licensing"),
            ],
            // The optimizer of Swift 6.2 crashes on asynchronous functions that also make throwing calls.
            swiftSettings: [.unsafeFlags(["-Onone"])]
        )
    ],
    swiftLanguageModes: [.v6]
)
