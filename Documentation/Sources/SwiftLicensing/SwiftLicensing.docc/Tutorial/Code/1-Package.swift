// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "photon",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://example.com/swift-licensing.git", from: "0.1.0")
    ],
    targets: [
        .target(
            name: "PhotonCatalog",
            dependencies: [
                .product(name: "Licensing", package: "swift-licensing")
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
