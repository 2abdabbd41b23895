import Foundation
import LicenseIssuing
import Licensing

/// The folder with the keys of the demo vendor.
///
/// A real vendor keeps the private key where no server and no customer can read it.
struct VendorKeyFolder {
    let path: String

    private var folder: URL { URL(filePath: self.path, directoryHint: .isDirectory) }

    /// Returns whether a path is that of a key of the vendor.
    func hasKey(at path: String) -> Bool {
        let file = URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL
        return ["private.jwk", "public.jwk"]
            .contains { self.folder.appending(path: $0).resolvingSymlinksInPath().standardizedFileURL == file }
    }

    /// Reads the private key, or makes the keys if there are none.
    ///
    /// - Throws: `SigningKeyError` if the key is unusable, or an error if a file cannot be read or written.
    func open() throws -> SigningKey {
        let file = self.folder.appending(path: "private.jwk")
        if FileManager.default.fileExists(atPath: file.path) {
            return try SigningKey(jwk: SecretBytes(try Data(contentsOf: file)))
        }
        // A node takes licenses of the test environment only with --demo.
        let key = try SigningKey.generate(
            conditions: KeyConditions(issuer: .any, validity: .always, environment: .test)
        )
        // Before the file exists, so that other users can at no moment read it.
        let mask = umask(0o077)
        defer { _ = umask(mask) }
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        let secret = try key.privateJWK().text
        try Data(secret.utf8).write(to: file, options: .withoutOverwriting)
        try Data(key.publicJWK.utf8).write(to: self.folder.appending(path: "public.jwk"))
        return key
    }
}
