// swift-tools-version: 6.2

import PackageDescription

// A product as others write it, outside this repository's folder: run.sh copies it away and names the repository.
let repository = Context.environment["SWIFT_LICENSING"] ?? "../.."

let package = Package(
    name: "shop",
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
                .product(name: "LicenseTesting", package: "swift-licensing"),
            ]
        ),

        // The vendor's program, which signs. It is here so that the search for signing symbols has something to find.
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

// One import is enough, also where members need it.
for target in package.targets {
    target.swiftSettings = [.enableUpcomingFeature("MemberImportVisibility")]
}
