// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "quickstart",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-licensing", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "Quickstart",
            dependencies: [
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
