import Foundation
import LicenseIssuing
import Licensing

/// The folder with the keys of the demo vendor.
///
/// A real vendor keeps the private key where no server and no customer can read it.
struct VendorKeyFolder {
    let path: String

    /// Reads the private key, or makes the keys if there are none.
    ///
    /// - Throws: `SigningKeyError` if the key is unusable, or an error if a file cannot be read or written.
    func open() throws -> SigningKey {
        let folder = URL(filePath: self.path, directoryHint: .isDirectory)
        let file = folder.appending(path: "private.jwk")
        if FileManager.default.fileExists(atPath: file.path) {
            return try SigningKey(jwk: SecretBytes(try Data(contentsOf: file)))
        }
        // A node takes licenses of the test environment only with --demo.
        let key = try SigningKey.generate(
            conditions: KeyConditions(issuer: .any, validity: .always, environment: .test)
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let secret = try key.privateJWK().text
        guard
            FileManager.default.createFile(
                atPath: file.path,
                contents: Data(secret.utf8),
                attributes: [.posixPermissions: 0o600]
            )
        else {
            throw CocoaError(.fileWriteUnknown)
        }
        try Data(key.publicJWK.utf8).write(to: folder.appending(path: "public.jwk"))
        return key
    }
}
