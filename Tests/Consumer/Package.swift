// swift-tools-version: 6.2

import PackageDescription

// A product outside this repository: run.sh copies it to another folder and passes the path of the repository.
let repository = Context.environment["SWIFT_LICENSING"] ?? "../.."

let package = Package(
    name: "shop",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-licensing", path: repository)
    ],
    targets: [
        .target(
            name: "Inventory",
            dependencies: [
                .product(name: "Licensing", package: "swift-licensing")
            ]
        ),
        .executableTarget(
            name: "shop",
            dependencies: [
                "Inventory",
                .product(name: "Licensing", package: "swift-licensing"),
            ]
        ),
        .testTarget(
            name: "InventoryTests",
            dependencies: [
                "Inventory",
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "LicenseStore", package: "swift-licensing"),
                .product(name: "LicenseTesting", package: "swift-licensing"),
            ]
        ),

        // The vendor's program, which signs. It shows that run.sh can find signing symbols.
        .executableTarget(
            name: "vendor",
            dependencies: [
                "Inventory",
                .product(name: "LicenseIssuing", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

// One import of Licensing must be enough for all members, too.
for target in package.targets {
    target.swiftSettings = [.enableUpcomingFeature("MemberImportVisibility")]
}
