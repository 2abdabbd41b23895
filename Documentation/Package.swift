// swift-tools-version: 6.2

import PackageDescription

// Builds the documentation site: one page for each public declaration, the guides and the tutorial. `build-site` runs it.
let package = Package(
    name: "Modules of swift-licensing",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-licensing", path: ".."),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        // It has no code: its catalog is the start of the site. It depends on every product, so that its pages can link to them.
        .target(
            name: "SwiftLicensing",
            dependencies: [
                .product(name: "LicenseIssuing", package: "swift-licensing"),
                .product(name: "LicenseStore", package: "swift-licensing"),
                .product(name: "LicenseTesting", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "ZStackLicensing", package: "swift-licensing"),
                .product(name: "ZStackLicensingTesting", package: "swift-licensing"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
