// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "management-node",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "management-node", targets: ["management-node"]),
        .executable(name: "demo-vendor", targets: ["demo-vendor"]),
    ],
    dependencies: [
        .package(name: "swift-licensing", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The part of libcrypto that hashes passwords.
        .systemLibrary(
            name: "CNodeCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
        ),

        // The server: a library, so that tests can start it in their process.
        .target(
            name: "ManagementNode",
            dependencies: [
                "CNodeCrypto",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "LicenseStore", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
            ]
        ),

        // The command that starts the server.
        .executableTarget(
            name: "management-node",
            dependencies: [
                "ManagementNode",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
            ]
        ),

        // Writes license files of the test environment. It has a signing key: the server does not link it.
        .executableTarget(
            name: "demo-vendor",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "LicenseIssuing", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
            ]
        ),

        .testTarget(
            name: "ManagementNodeTests",
            dependencies: [
                "ManagementNode",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "LicenseStore", package: "swift-licensing"),
                .product(name: "LicenseTesting", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    var settings: [SwiftSetting] = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
    // Not in test targets: the expansion of #require(throws:) gives warnings there.
    if target.type != .test {
        settings.append(.strictMemorySafety())
    }
    target.swiftSettings = settings
}
