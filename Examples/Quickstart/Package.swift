// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "quickstart",
    dependencies: [
        .package(name: "swift-licensing", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "Quickstart",
            dependencies: [
                .product(name: "LicenseCrypto", package: "swift-licensing"),
                .product(name: "LicenseModel", package: "swift-licensing"),
                .product(name: "LicensePolicy", package: "swift-licensing"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
