import Foundation
import LicenseIssuing
import Licensing
import PhotonCatalog

/// The vendor's program, which signs a trial license for Photon.
@main
struct Vendor {
    static func main() throws {
        let vendor = try ClaimString("https://vendor.example")
        let key = try readKey() ?? makeKey(for: vendor)

        var trial = LicenseDraft(
            for: try ClaimString("Example GmbH"),
            .base(
                edition: "standard",
                limits: ["databases": .count(4)],
                bundling: ["replication"]
            ),
            type: .trial,
            term: .days(30)
        )
        trial.graceDays = 7

        let issuer = LicenseIssuer(key: key, issuer: vendor, catalog: .photon)
        let license = try issuer.issue(trial, at: LicenseInstant(Date()))
        try license.armored.write(toFile: "photon.lic", atomically: true, encoding: .utf8)
        print("photon.lic is a license for 30 days.")
    }

    /// Returns the private key of an earlier run.
    static func readKey() throws -> SigningKey? {
        guard let file = FileManager.default.contents(atPath: "private.jwk") else { return nil }
        return try SigningKey(jwk: SecretBytes(file))
    }

    /// Makes a key, and writes its public half into the sources of Photon.
    static func makeKey(for vendor: ClaimString) throws -> SigningKey {
        let key = try SigningKey.generate(
            .ed25519,
            id: "photon-1",
            conditions: KeyConditions(issuer: .only(vendor), validity: .always)
        )
        try key.privateJWK().text.write(toFile: "private.jwk", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: "private.jwk"
        )
        try FileManager.default.createDirectory(
            atPath: "Sources/Photon",
            withIntermediateDirectories: true
        )
        try "let vendorKey = #\"\(key.publicJWK)\"#\n"
            .write(toFile: "Sources/Photon/VendorKey.swift", atomically: true, encoding: .utf8)
        return key
    }
}
