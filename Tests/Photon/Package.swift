// swift-tools-version: 6.2

import PackageDescription

// A server that uses the library. run.sh adds the code of the guide in the folder .build-guide.
let hasGuide = Context.environment["PHOTON_GUIDE"] != nil

let package = Package(
    name: "photon",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "swift-licensing", path: "../.."),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(
            name: "PhotonCore",
            dependencies: [
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "LicenseStore", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .executableTarget(
            name: "Photon",
            dependencies: [
                "PhotonCore",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "LicenseStore", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .testTarget(
            name: "PhotonTests",
            dependencies: [
                "PhotonCore",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "LicenseStore", package: "swift-licensing"),
                .product(name: "LicenseTesting", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

if hasGuide {
    package.targets.append(
        .executableTarget(
            name: "Guide",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: ".build-guide/Guide"
        )
    )
    package.targets.append(
        .executableTarget(
            name: "FolderGuide",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "LicenseStore", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: ".build-guide/FolderGuide"
        )
    )
    // The guide's interceptor needs no code that is generated from a protocol, and its test no network.
    package.dependencies.append(.package(url: "https://github.com/grpc/grpc-swift-2", from: "2.4.3"))
    package.targets += [
        .target(
            name: "Interceptor",
            dependencies: [
                .product(name: "GRPCCore", package: "grpc-swift-2"),
                .product(name: "Licensing", package: "swift-licensing"),
            ],
            path: ".build-guide/Interceptor"
        ),
        .testTarget(
            name: "InterceptorTests",
            dependencies: [
                "Interceptor",
                .product(name: "GRPCCore", package: "grpc-swift-2"),
                .product(name: "GRPCInProcessTransport", package: "grpc-swift-2"),
                .product(name: "LicenseTesting", package: "swift-licensing"),
                .product(name: "Licensing", package: "swift-licensing"),
            ]
        ),
    ]
}

for target in package.targets {
    // One import of Licensing must be enough for all members, too.
    target.swiftSettings = [.enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error)]
}
