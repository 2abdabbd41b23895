// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "licensectl",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "licensectl", targets: ["licensectl"])
    ],
    dependencies: [
        .package(name: "swift-licensing", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .executableTarget(
            name: "licensectl",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "LicenseIssuing", package: "swift-licensing"),
                .product(name: "LicenseStore", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
