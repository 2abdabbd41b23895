// swift-tools-version: 6.2

import PackageDescription

// Counts what a license check adds to a request. gate-cost.py runs it.
let package = Package(
    name: "gate-cost",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-licensing", path: "../../.."),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: [
        .executableTarget(
            name: "gate-cost",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
