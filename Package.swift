// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "swift-licensing",
    // The atomic types of the standard library need it.
    platforms: [.macOS(.v15)],
    products: [
        // What a server imports: values, verification and policy.
        .library(name: "Licensing", targets: ["Licensing", "LicenseModel", "LicenseCrypto", "LicensePolicy"]),

        .library(name: "LicenseStore", targets: ["LicenseStore"]),
        .library(name: "LicenseIssuing", targets: ["LicenseIssuing"]),
        .library(name: "LicenseTesting", targets: ["LicenseTesting"]),
        .library(name: "ZStackLicensing", targets: ["ZStackLicensing"]),
        .library(name: "ZStackLicensingTesting", targets: ["ZStackLicensingTesting"]),
    ],
    traits: [
        .default(enabledTraits: ["LocalizedErrors"]),
        .trait(
            name: "LocalizedErrors",
            description: "Errors conform to LocalizedError, which brings 7 MB of Foundation into a static program."
        ),
    ],
    targets: [
        // libcrypto 3, the only external dependency.
        .systemLibrary(
            name: "CLicenseOpenSSL",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
        ),

        // What a license is: values only.
        .target(name: "LicenseModel"),

        // From bytes to a verified license.
        .target(name: "LicenseCrypto", dependencies: ["CLicenseOpenSSL", "LicenseModel"]),

        // From licenses and an instant to what is allowed.
        .target(name: "LicensePolicy", dependencies: ["LicenseModel"]),

        // All three core modules with one import.
        .target(name: "Licensing", dependencies: ["LicenseCrypto", "LicenseModel", "LicensePolicy"]),

        // System calls that Swift cannot import.
        .systemLibrary(name: "CLicenseSystem"),

        // The key of a node: it signs application codes, and no licenses.
        .target(name: "LicenseNodeKey", dependencies: ["CLicenseOpenSSL", "LicenseCrypto", "LicenseModel"]),

        // The license folder on disk.
        .target(
            name: "LicenseStore",
            dependencies: ["CLicenseSystem", "LicenseCrypto", "LicenseModel", "LicenseNodeKey", "LicensePolicy"]
        ),

        // The vendor's side: private keys, and licenses signed with them. No product for servers links it.
        .target(
            name: "LicenseIssuing",
            dependencies: ["CLicenseOpenSSL", "LicenseCrypto", "LicenseModel", "LicenseNodeKey"]
        ),

        // For the unit tests of products: licenses in every state, a license folder and a manual clock.
        .target(
            name: "LicenseTesting",
            dependencies: ["LicenseCrypto", "LicenseIssuing", "LicenseModel", "LicensePolicy", "LicenseStore"]
        ),

        // The cloud platform: its catalog, its JSON responses, its error codes and its license files.
        .target(name: "ZStackLicensing", dependencies: ["LicenseCrypto", "LicenseModel", "LicensePolicy"]),

        // For the unit tests of products of the platform: license files like the vendor's.
        .target(
            name: "ZStackLicensingTesting",
            dependencies: ["LicenseCrypto", "LicenseIssuing", "LicenseModel", "ZStackLicensing"]
        ),

        // What several test targets use.
        .target(
            name: "TestSupport",
            dependencies: ["LicenseModel", "LicensePolicy", "ZStackLicensing"],
            path: "Tests/TestSupport"
        ),
        .testTarget(name: "LicenseModelTests", dependencies: ["LicenseModel", "TestSupport", "ZStackLicensing"]),
        .testTarget(
            name: "LicenseCryptoTests",
            dependencies: ["CLicenseOpenSSL", "LicenseCrypto", "LicenseModel", "TestSupport", "ZStackLicensing"]
        ),
        .testTarget(
            name: "LicensePolicyTests",
            dependencies: [
                "LicenseCrypto", "LicenseModel", "LicensePolicy", "LicenseTesting", "TestSupport", "ZStackLicensing",
            ]
        ),
        .testTarget(
            name: "LicensingTests",
            dependencies: [
                "LicenseIssuing", "LicenseStore", "LicenseTesting", "Licensing", "TestSupport", "ZStackLicensing",
            ]
        ),
        .testTarget(
            name: "LicenseIssuingTests",
            dependencies: [
                "CLicenseOpenSSL", "LicenseCrypto", "LicenseIssuing", "LicenseModel", "LicenseNodeKey", "TestSupport",
                "ZStackLicensing",
            ]
        ),
        .testTarget(
            name: "LicenseStoreTests",
            dependencies: [
                "LicenseCrypto", "LicenseModel", "LicenseNodeKey", "LicensePolicy", "LicenseStore", "LicenseTesting",
                "TestSupport",
            ]
        ),
        .testTarget(
            name: "LicenseTestingTests",
            dependencies: [
                "LicenseCrypto", "LicenseIssuing", "LicenseModel", "LicensePolicy", "LicenseStore", "LicenseTesting",
                "TestSupport", "ZStackLicensing",
            ]
        ),
        .testTarget(
            name: "ZStackLicensingTests",
            dependencies: [
                "LicenseCrypto", "LicenseIssuing", "LicenseModel", "LicensePolicy", "LicenseStore", "LicenseTesting",
                "TestSupport", "ZStackLicensing", "ZStackLicensingTesting",
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    var settings = target.swiftSettings ?? []

    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    settings.append(.enableUpcomingFeature("ExistentialAny"))

    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    settings.append(.enableUpcomingFeature("InternalImportsByDefault"))

    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    settings.append(.enableUpcomingFeature("MemberImportVisibility"))

    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0458-strict-memory-safety.md
    // Not in test targets: the expansion of #require(throws:) gives warnings there.
    if target.type == .regular {
        settings.append(.strictMemorySafety())
    }

    target.swiftSettings = settings
}
