// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "vendor-product",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-licensing", path: "../..")
    ],
    targets: [
        // A product that reads the license files of the platform and keeps them in a folder. `.ci/steps/message-symbols` looks at
        // what it links.
        .executableTarget(
            name: "VendorProduct",
            dependencies: [
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "LicenseStore", package: "swift-licensing"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
