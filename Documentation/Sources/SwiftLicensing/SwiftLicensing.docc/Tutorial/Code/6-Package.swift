// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "photon",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://example.com/swift-licensing.git", from: "0.1.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: [
        .target(
            name: "PhotonCatalog",
            dependencies: [
                .product(name: "Licensing", package: "swift-licensing")
            ]
        ),
        .executableTarget(
            name: "Vendor",
            dependencies: [
                "PhotonCatalog",
                .product(name: "LicenseIssuing", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
            ]
        ),
        .executableTarget(
            name: "Photon",
            dependencies: [
                "PhotonCatalog",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "LicenseStore", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
            ]
        ),
        .testTarget(
            name: "PhotonTests",
            dependencies: [
                "Photon",
                "PhotonCatalog",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "LicenseTesting", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
